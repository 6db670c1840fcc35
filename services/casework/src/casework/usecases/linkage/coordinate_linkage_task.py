"""E2: the lead office puts a declaration into its plan: merged with others, on days when no unit is visited twice."""

from typing import Annotated, Self
from uuid import UUID

from pydantic import Field, model_validator

from casework.domain.linkage.capacities import Part
from casework.domain.linkage.linkage_task import Kind, LinkageTask
from casework.domain.linkage.linkage_task_lifecycle import LINKAGE_TASK
from casework.domain.linkage.linkage_task_lifecycle import LinkageTaskAction as A
from casework.store.linkage.bookings import book, release
from casework.store.linkage.participants import join, leave, participants_of
from casework.usecases.linkage.bodies import Reason, in_order
from casework.usecases.linkage.declare_linkage_task import Units
from casework.usecases.linkage.planning_facts import plan_of
from casework.usecases.offices import office
from casework.usecases.writing import write
from shared.http.models import Day
from shared.process.bodies import Code, Command
from shared.process.process import Changes, Step
from shared.process.system import make_move

Codes = Annotated[list[Code], Field(max_length=30)]


class CoordinateTask(Command):
    """统筹 · who takes part, when, and which other declarations become part of it."""

    groups: Annotated[Codes, Field(description="参与的派驻组 · stationed groups that reinforce")] = []
    regions: Annotated[Codes, Field(description="参与的区（市）· districts that carry out")] = []
    merge: Annotated[
        list[UUID],
        Field(max_length=20, description="并入本任务的其他申报 · declarations to be merged into it"),
    ] = []
    units: Annotated[Units | None, Field(description="涉及单位，省略时取申报所列 · units to be visited")] = (
        None
    )
    planned_from: Annotated[Day | None, Field(description="开展日期起 · first day")] = None
    planned_to: Annotated[Day | None, Field(description="开展日期止 · last day")] = None

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        in_order(self.planned_from, self.planned_to)
        return self


class MergeInto(Command):
    """并入 · into which task."""

    into: UUID


class DeclineTask(Command):
    """不予联动 · why the matter is not worked jointly."""

    opinion: Reason


async def coordinate_linkage_task(step: Step[LinkageTask, CoordinateTask]) -> Changes:
    """Set participants and days, book the units, and merge the other declarations, whose bodies take part too.

    Raises: Refused `organisation_unknown`.
    Rule: E2.
    """
    task, plan = step.subject, await plan_of(step)
    process = step.desk.processes[LINKAGE_TASK.name]
    for other in plan.merged:
        await make_move(step.tx, step.desk, process, other, A.MERGE, MergeInto(into=task.id))
    await _set_participants(step, [task.declared_by_path, *(one.declared_by_path for one in plan.merged)])
    if plan.days and Kind(task.kind).is_check:
        await book(step.tx, task.id, plan.units, *plan.days, task.lead_path)
    await write(step, "linkage_task", "coordination")
    columns = {"units": list(plan.units), "planned_from": plan.from_on, "planned_to": plan.to_on}
    told = [one.organisation_path for one in await participants_of(step.tx, task.id)]
    return Changes(
        columns=columns, event={"participants": told, "merged": [str(one.id) for one in plan.merged]}
    )


async def decline_linkage_task(step: Step[LinkageTask, DeclineTask]) -> Changes:
    """Give back the units that were booked. Rule: E2."""
    await release(step.tx, step.subject.id)
    return Changes(event={"declared_by": step.subject.declared_by_path})


async def merge_linkage_task(step: Step[LinkageTask, MergeInto]) -> Changes:
    """Record which task a declaration became part of."""
    into = step.command.into
    return Changes(columns={"merged_into": into}, event={"merged_into": str(into)})


async def _set_participants(step: Step[LinkageTask, CoordinateTask], declarers: list[str]) -> None:
    """Make the participants those named, and those who declared."""
    command, task = step.command, step.subject
    wanted = {(await office(step.tx, code)).path: Part.GROUP for code in command.groups}
    wanted |= {(await office(step.tx, code)).path: Part.REGION for code in command.regions}
    for path in declarers:
        wanted.setdefault(path, Part.REGION if ":" in path else Part.GROUP)
    present = {one.organisation_path for one in await participants_of(step.tx, task.id)}
    for path in sorted(present - wanted.keys() - {task.lead_path}):
        await leave(step.tx, task.id, path, by=step.actor.id, at=step.at)
    for path in wanted.keys() - present:
        join(step.tx, task.id, path, wanted[path], by=step.actor.id, at=step.at)
    await step.tx.flush()
