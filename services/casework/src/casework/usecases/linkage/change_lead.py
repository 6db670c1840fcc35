"""Another office takes the lead, with a record of what is handed over; the old one sees the task no longer."""

from typing import Annotated

from pydantic import Field

from casework.domain.linkage.capacities import LEAD_KINDS, Part
from casework.domain.linkage.linkage_task import LinkageTask
from casework.domain.linkage.linkage_task_lifecycle import LinkageTaskFacts
from casework.store.linkage.handing_over import hand_over_parts
from casework.store.linkage.participants import join, leave, participants_of
from casework.store.linkage.team import remove_from_team, team_of
from casework.usecases.offices import office
from casework.usecases.writing import write
from shared.http.models import Text
from shared.process.bodies import Code, Command
from shared.process.process import Changes, Step
from shared.process.record import record_rows


class ChangeLead(Command):
    """变更牵头室 · who leads from now on, what is handed over, whether the old lead can still be asked."""

    to: Annotated[Code, Field(description="新的牵头室 · the new lead office")]
    handover: Annotated[
        str, Text(4, 10000), Field(description="交接情况 · what is handed over, and how it stands")
    ]
    keep_as_consultant: Annotated[
        bool, Field(description="原牵头室是否留作咨询 · whether the old lead stays to be asked")
    ] = False


async def lead_facts(step: Step[LinkageTask, ChangeLead]) -> LinkageTaskFacts:
    """Find out whether the office can lead, and does not already."""
    found = await office(step.tx, step.command.to)
    fits = found.kind in LEAD_KINDS and found.path != step.subject.holder_path
    return LinkageTaskFacts(lead_fits=fits)


async def change_lead(step: Step[LinkageTask, ChangeLead]) -> Changes:
    """Hand the task and all that belongs to it over; officers of the old lead leave the team.

    Raises: Refused `organisation_unknown`.
    Rule: chapter 6; a lead that is not kept as consultant loses sight.
    """
    task, old = step.subject, step.subject.lead_path
    new = (await office(step.tx, step.command.to)).path
    for member in await team_of(step.tx, task.id):
        if member.organisation_path == old:
            await remove_from_team(step.tx, task.id, member.officer_id, by=step.actor.id, at=step.at)
    present = {one.organisation_path for one in await participants_of(step.tx, task.id)}
    for path in {old, new} & present:
        await leave(step.tx, task.id, path, by=step.actor.id, at=step.at)
    join(step.tx, task.id, new, Part.LEAD, by=step.actor.id, at=step.at)
    if step.command.keep_as_consultant:
        join(step.tx, task.id, old, Part.CONSULTANT, by=step.actor.id, at=step.at)
    moved = await hand_over_parts(step.tx, task.id, new)
    record_rows(step.tx, step.desk, moved, step.actor, step.at, "hand_over")
    await write(step, "linkage_task", "handover")
    return Changes(columns={"holder_path": new, "lead_path": new}, event={"from": old, "to": new})
