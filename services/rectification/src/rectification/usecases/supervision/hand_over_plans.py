"""7.1: when another body supervises from now on, what was planned and consulted goes over to it."""

from __future__ import annotations

from dataclasses import replace
from typing import Any
from uuid import UUID

from rectification.domain.consultation_lifecycle import CONSULTED
from rectification.domain.planned_measure_lifecycle import COORDINATING, PLANNED_MEASURE
from rectification.domain.planned_measure_lifecycle import PlannedMeasureAction as A
from rectification.domain.supervision import PlannedMeasure
from rectification.store.supervision import consultations_about, lock_planned_by
from rectification.usecases.creating import begin, fresh, numbered
from shared.needtoknow.store import end, grant, grantees_of_many
from shared.process.bodies import Command
from shared.process.process import Process, Step
from shared.process.system import make_move


async def hand_over_plans(step: Step[Any, Any], organization_id: UUID, replaced: dict[str, str]) -> None:
    """Let the successor know of consultations, and move planned measures into its calendar.

    `replaced` names each successor by whom it replaces. What was held by the body that is replaced stays on its
    record; the plan it had is cancelled there and begun again where it is to be carried out.
    """
    consultations = await consultations_about(step.tx, organization_id)
    grants = await grantees_of_many(step.tx, [identity for identity, _ in consultations])
    for identity, holder in consultations:
        known = {
            one.grantee
            for one in grants.get(identity, ())
            if one.capacity == CONSULTED and one.is_live(step.at)
        }
        await _let_consult(step, identity, holder, known, replaced)
    for plan in await lock_planned_by(step.tx, organization_id, list(replaced)):
        await _move(step, plan, replaced[plan.holder_path])


async def _let_consult(
    step: Step[Any, Any], consultation_id: UUID, holder: str, known: set[str], replaced: dict[str, str]
) -> None:
    by, at = step.actor.id, step.at
    for before, after in replaced.items():
        if before in known:
            await end(step.tx, consultation_id, grantee=before, capacity=CONSULTED, by=by, at=at)
        if after != holder and after not in known:
            grant(step.tx, consultation_id, after, CONSULTED, by=by, since=at)


async def _move(step: Step[Any, Any], plan: PlannedMeasure, holder: str) -> None:
    process: Process[Any] = step.desk.processes[PLANNED_MEASURE.name]
    await make_move(step.tx, step.desk, process, plan, A.CANCEL, Command())
    number = await numbered(step.tx, holder, "measure", step.today.year)
    moved = replace(plan, **fresh(process, holder, number), previous_id=None)
    grant(step.tx, moved.id, step.subject.holder_path, COORDINATING, by=step.actor.id, since=step.at)
    await begin(step.tx, step.desk, process, moved, actor=step.actor, today=step.today, rule="7.1")
