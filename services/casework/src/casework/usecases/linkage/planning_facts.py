"""What stands in the way of a task's plan: organisations that do not fit, tasks that cannot be merged, units in use."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from casework.domain.linkage.capacities import WITHOUT_INVESTIGATION, Part, part_of
from casework.domain.linkage.linkage_task import Kind, LinkageTask
from casework.domain.linkage.linkage_task_lifecycle import LINKAGE_TASK, LinkageTaskFacts
from casework.domain.linkage.linkage_task_lifecycle import LinkageTaskState as S
from casework.domain.linkage.planning import Booking, months_after, too_close
from casework.store.linkage.bookings import bookings_of, take_turns
from casework.store.linkage.merging import is_alone
from shared.directory.store import find_organisation
from shared.process.load import load_subject
from shared.process.process import Step


@dataclass(frozen=True, slots=True)
class Plan:
    """Units, days and organisations as they shall be; what the command leaves out stays as declared."""

    units: tuple[str, ...]
    from_on: date | None
    to_on: date | None
    merged: tuple[LinkageTask, ...] = ()

    @property
    def days(self) -> tuple[date, date] | None:
        """First and last day, where both are known."""
        return (self.from_on, self.to_on) if self.from_on and self.to_on else None


async def plan_of(step: Step[LinkageTask, Any]) -> Plan:
    """Return the plan that the command makes of the task and of those merged into it."""
    task, command = step.subject, step.command
    wanted = command.merge if not command.merge or await is_alone(step.tx, task.lead_path) else []
    merged = [one for one in [await _waiting(step, one) for one in wanted] if one is not None]
    units = dict.fromkeys(
        command.units
        if command.units is not None
        else (code for one in (task, *merged) for code in one.units)
    )
    return Plan(
        tuple(units),
        command.planned_from or task.planned_from,
        command.planned_to or task.planned_to,
        tuple(merged),
    )


async def coordination_facts(step: Step[LinkageTask, Any]) -> LinkageTaskFacts:
    """Gather what the guards of `coordinate` test."""
    task, command, plan = step.subject, step.command, await plan_of(step)
    kinds = {code: await _kind_of(step, code) for code in (*command.groups, *command.regions, *plan.units)}
    fits = (
        all(part_of(kinds[code] or "") is Part.GROUP for code in command.groups)
        and all(part_of(kinds[code] or "") is Part.REGION for code in command.regions)
        and all(kinds[code] for code in plan.units)
    )
    powerless = task.kind == Kind.JOINT_CASE and any(
        kinds[code] in WITHOUT_INVESTIGATION for code in command.groups
    )
    return LinkageTaskFacts(
        participants_fit=fits,
        has_powerless_body=powerless,
        has_days=has_days(task, plan),
        unmergeable=len(command.merge) - len(plan.merged),
        clashing_units=await count_clashes(step, plan, ignored=frozenset(one.id for one in plan.merged)),
    )


def has_days(task: LinkageTask, plan: Plan) -> bool:
    """Say whether it is known when the units are visited: without days no calendar can show a clash."""
    return plan.days is not None or not plan.units or not Kind(task.kind).is_check


async def count_clashes(
    step: Step[LinkageTask, Any], plan: Plan, *, ignored: frozenset[UUID] = frozenset()
) -> int:
    """Count the units of a plan that another check visits within the configured months; cases are no checks.

    Whoever plans the same units waits here until this transaction ends.
    """
    if not Kind(step.subject.kind).is_check or plan.days is None or not plan.units:
        return 0
    months = step.desk.settings.months_between_checks
    await take_turns(step.tx, plan.units)
    first, last = plan.days
    near = await bookings_of(
        step.tx, plan.units, months_after(first, -months - 1), months_after(last, months + 1)
    )
    own = [Booking(step.subject.id, unit, first, last) for unit in plan.units]
    others = [one for one in near if one.task_id not in ignored]
    return sum(any(too_close(mine, other, months) for other in others) for mine in own)


async def _waiting(step: Step[LinkageTask, Any], other_id: UUID) -> LinkageTask | None:
    """Return another declared task before the same office, locked; None for any other."""
    task = step.subject
    if other_id == task.id:
        return None
    process = step.desk.processes[LINKAGE_TASK.name]
    other: LinkageTask | None = await load_subject(step.tx, process, other_id, lock=True)
    if other is None or other.state != S.DECLARED or other.holder_path != task.holder_path:
        return None
    return other


async def _kind_of(step: Step[LinkageTask, Any], code: str) -> str | None:
    found = await find_organisation(step.tx, code)
    return found.kind if found else None
