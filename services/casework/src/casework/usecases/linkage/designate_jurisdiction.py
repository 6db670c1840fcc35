"""E6: a matter is given to an organ that would not have had it, or taken up by a higher one."""

from typing import Annotated, Literal

from pydantic import Field

from casework.domain.linkage.capacities import JURISDICTION_KINDS, part_of
from casework.domain.linkage.linkage_task import LinkageTask
from casework.domain.linkage.linkage_task_lifecycle import LinkageTaskFacts
from casework.store.linkage.jurisdictions import add_jurisdiction
from casework.store.linkage.participants import join, participants_of
from casework.usecases.offices import office
from casework.usecases.writing import write
from shared.http.models import Text
from shared.process.bodies import Code, Command
from shared.process.process import Changes, Step

Form = Literal["designated", "raised"]


class DesignateJurisdiction(Command):
    """指定或者提级管辖 · which organ, on which ground, and whether organs disagree."""

    form: Annotated[Form, Field(description="指定管辖或者提级管辖 · designated or raised")]
    organ: Annotated[Code, Field(description="管辖机关 · the organ that has it from now on")]
    ground: Annotated[str, Text(4, 5000), Field(description="理由和依据 · ground")]
    is_disputed: Annotated[bool, Field(description="是否存在管辖争议 · whether organs disagree")] = False


async def organ_facts(step: Step[LinkageTask, DesignateJurisdiction]) -> LinkageTaskFacts:
    """Find out whether the organ can have it."""
    return LinkageTaskFacts(organ_fits=(await office(step.tx, step.command.organ)).kind in JURISDICTION_KINDS)


async def designate_jurisdiction(step: Step[LinkageTask, DesignateJurisdiction]) -> Changes:
    """Put the decision on record; a group or district that gets the matter takes part in the task from now on.

    Raises: Refused `organisation_unknown`.
    Rule: E6, SL Arts 16-17.
    """
    task, command = step.subject, step.command
    organ = await office(step.tx, command.organ)
    add_jurisdiction(step.tx, task.id, command.form, organ.path, step.today, disputed=command.is_disputed)
    part = part_of(organ.kind)
    present = {one.organisation_path for one in await participants_of(step.tx, task.id)}
    if part is not None and organ.path not in present:
        join(step.tx, task.id, organ.path, part, by=step.actor.id, at=step.at)
    await write(step, "linkage_task", "jurisdiction")
    return Changes(event={"form": command.form, "organ": organ.path})
