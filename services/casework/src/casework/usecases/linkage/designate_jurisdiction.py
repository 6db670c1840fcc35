"""E6: a matter is given to an organ that would not have had it, or taken up by a higher one."""

from typing import Annotated, Literal

from pydantic import Field

from casework.domain.case import Case
from casework.domain.clue import Clue
from casework.domain.linkage.capacities import JURISDICTION_KINDS, part_of
from casework.domain.linkage.jurisdiction import form_fits
from casework.domain.linkage.linkage_task import LinkageTask
from casework.domain.linkage.linkage_task_lifecycle import LinkageTaskFacts
from casework.store.linkage.jurisdictions import add_jurisdiction
from casework.store.linkage.participants import join, participants_of
from casework.usecases.linkage.given_matter import HandsOver, can_go, hand_over_matter, matter_of
from casework.usecases.offices import handling_office_of, office
from casework.usecases.writing import write
from shared.directory.paths import organ_of
from shared.directory.store import Organisation
from shared.http.models import Text
from shared.process.bodies import Code, Command
from shared.process.process import Changes, Step

Form = Literal["designated", "raised"]


class DesignateJurisdiction(Command):
    """指定或者提级管辖 · which organ, on which ground, whether organs disagree, and what is handed over to it."""

    form: Annotated[Form, Field(description="指定管辖或者提级管辖 · designated or raised")]
    organ: Annotated[Code, Field(description="管辖机关 · the organ that has it from now on")]
    ground: Annotated[str, Text(4, 5000), Field(description="理由和依据 · ground")]
    is_disputed: Annotated[bool, Field(description="是否存在管辖争议 · whether organs disagree")] = False
    hands_over: Annotated[
        HandsOver | None, Field(description="移交的线索或者案件 · the clue or case that goes there")
    ] = None


Deciding = Step[LinkageTask, DesignateJurisdiction]


async def jurisdiction_facts(step: Deciding) -> LinkageTaskFacts:
    """Find out whether the organ can have it, and whether the matter is one of this task that goes this way."""
    given, organ = step.command.hands_over, await office(step.tx, step.command.organ)
    if organ.kind not in JURISDICTION_KINDS:
        return LinkageTaskFacts(organ_fits=False)
    if given is None:
        return LinkageTaskFacts()
    matter = await matter_of(step, given)
    if matter is None:
        return LinkageTaskFacts(has_matter=False)
    fits = form_fits(
        step.command.form,
        deciding=organ_of(step.subject.lead_path),
        held_in=organ_of(matter.holder_path),
        receiver=organ_of(organ.path),
    )
    receiver = await handling_office_of(step.tx, organ, given.office)
    return LinkageTaskFacts(form_fits=fits, has_receiver=receiver is not None)


async def can_be_handed_over(step: Deciding) -> None:
    """Refuse what could not go, so that no leader is asked to sign it.

    Raises: Refused with the code of the guard.
    """
    going = await _going(step)
    if going is not None:
        _, matter, to = going
        await can_go(step, matter, to)


async def designate_jurisdiction(step: Deciding) -> Changes:
    """Put the decision on record, and hand over what goes along; a group or district that gets it takes part.

    Raises: Refused `organisation_unknown`.
    Rule: E6, SL Arts 16-17.
    """
    task, command, given = step.subject, step.command, step.command.hands_over
    organ = await office(step.tx, command.organ)
    add_jurisdiction(
        step.tx, task.id, command.form, organ.path, step.today, disputed=command.is_disputed,
        given=(given.type, given.id) if given else None,
    )  # fmt: skip
    part = part_of(organ.kind)
    present = {one.organisation_path for one in await participants_of(step.tx, task.id)}
    if part is not None and organ.path not in present:
        join(step.tx, task.id, organ.path, part, by=step.actor.id, at=step.at)
    await write(step, "linkage_task", "jurisdiction")
    if (going := await _going(step)) is not None:
        await hand_over_matter(step, *going)
    return Changes(event={"form": command.form, "organ": organ.path})


async def _going(step: Deciding) -> tuple[HandsOver, Clue | Case, Organisation] | None:
    """Return what goes along, and to which office; the guards have seen to it that both are there."""
    given, organ = step.command.hands_over, await office(step.tx, step.command.organ)
    if given is None:
        return None
    matter, to = await matter_of(step, given), await handling_office_of(step.tx, organ, given.office)
    return None if matter is None or to is None else (given, matter, to)
