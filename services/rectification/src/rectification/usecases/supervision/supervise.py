"""F9: a measure of daily supervision was carried out; what was found and what follows is on record."""

from __future__ import annotations

from typing import Annotated
from uuid import UUID

from pydantic import Field

from rectification.domain.organization import InspectedOrganization
from rectification.domain.planned_measure_lifecycle import PLANNED_MEASURE
from rectification.domain.planned_measure_lifecycle import PlannedMeasureAction as P
from rectification.domain.supervision import Focus, Measure, Mechanism
from rectification.store.tables import SupervisionMeasureRow
from shared.http.models import Day, Line, Text
from shared.ids import uuid7
from shared.process.bodies import Command
from shared.process.load import load_subject
from shared.process.process import Changes, Step
from shared.process.system import make_move


class Supervise(Command):
    """开展日常监督 · which of the thirteen measures, on what, with what result."""

    kind: Annotated[Measure, Field(description="监督措施 · measure")]
    mechanism: Annotated[Mechanism, Field(description="工作机制 · mechanism")]
    focuses: Annotated[list[Focus], Field(min_length=1, max_length=3, description="监督重点 · focuses")]
    held_on: Annotated[Day, Field(description="开展日期 · day")]
    object: Annotated[str, Line(2, 300), Field(description="监督对象 · object", examples=["党组会议"])]
    problems: Annotated[str, Text(0, 5000), Field(description="发现问题 · what was found")] = ""
    follow_up: Annotated[str, Text(0, 5000), Field(description="后续工作 · follow-up")] = ""
    item_ids: Annotated[list[UUID], Field(max_length=100, description="涉及整改事项 · items concerned")] = []
    planned_measure_id: Annotated[
        UUID | None, Field(description="对应的监督计划 · the plan it carries out")
    ] = None


class CarriedOut(Command):
    """Which measure carried a plan out."""

    measure_id: UUID


async def supervise(step: Step[InspectedOrganization, Supervise]) -> Changes:
    """Record the measure, and in the calendar that it was carried out.

    Rule: F9, 18.8.
    """
    command, measure_id = step.command, uuid7()
    step.tx.add(
        SupervisionMeasureRow, id=measure_id, inspected_organization_id=step.subject.id, body_path=step.actor.organisation,
        officer_id=step.actor.id, special_check_id=None, at=step.at,
        **command.model_dump(exclude={"opinion", "planned_measure_id"}),
    )  # fmt: skip
    if command.planned_measure_id is not None:
        process = step.desk.processes[PLANNED_MEASURE.name]
        plan = await load_subject(step.tx, process, command.planned_measure_id, lock=True)
        await step.tx.flush()  # the plan refers to the measure
        await make_move(step.tx, step.desk, process, plan, P.CARRY_OUT, CarriedOut(measure_id=measure_id))
    return Changes(event={"kind": command.kind, "held_on": command.held_on.isoformat()})
