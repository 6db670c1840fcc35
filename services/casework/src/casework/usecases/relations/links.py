"""What each kind of object is tied to. Whether the caller may see the other end is decided elsewhere."""

from collections.abc import Awaitable, Callable, Mapping
from types import MappingProxyType
from typing import Any
from uuid import UUID

from casework.domain.appeal import Appeal
from casework.domain.appeal_lifecycle import APPEAL
from casework.domain.case import Case
from casework.domain.case_lifecycle import CASE
from casework.domain.clue import Clue
from casework.domain.clue_lifecycle import CLUE
from casework.domain.linkage.linkage_task import LinkageTask
from casework.domain.linkage.linkage_task_lifecycle import LINKAGE_TASK
from casework.domain.linkage.secondment import Secondment
from casework.domain.linkage.secondment_lifecycle import SECONDMENT
from casework.domain.relations import OFFICER, ORGANISATION, PERSON, Link, Relation
from casework.domain.talk_inquiry import TalkInquiry
from casework.domain.talk_inquiry_lifecycle import TALK_INQUIRY
from casework.domain.verification import Verification
from casework.domain.verification_lifecycle import VERIFICATION
from casework.store.appeals import appeals_of
from casework.store.cases.cases import identities_of, subjects_of
from casework.store.cases.members import participants_of
from casework.store.linkage.participants import participants_of as participants
from casework.store.papers import PAPERS
from casework.store.relations import cases_from, clues_alike, secondments_to, tasks_triggered_by
from casework.store.teams import members_of
from shared.db import Reader
from shared.directory.paths import code_of
from shared.process.desk import Desk
from shared.process.process import Viewer

Links = Callable[[Reader, Desk, Any, Viewer], Awaitable[list[Link]]]


def holder(path: str) -> Link:
    """Return the tie to the organisation that holds an object."""
    return Link(Relation.HANDLED_BY, ORGANISATION, code_of(path))


async def of_clue(reader: Reader, desk: Desk, clue: Clue, viewer: Viewer) -> list[Link]:
    """Find units, persons, clues alike, and what the clue led to; persons only for who may read papers."""
    branches = ((VERIFICATION.name, clue.verification_id), (TALK_INQUIRY.name, clue.talk_inquiry_id))
    return [
        holder(clue.holder_path),
        *(Link(Relation.CONCERNS, ORGANISATION, code) for code in clue.subject_organisations),
        *await _persons(reader, desk, clue, viewer),
        *(Link(Relation.LED_TO, kind, str(one)) for kind, one in branches if one),
        *(Link(Relation.LED_TO, CASE.name, str(one)) for one in await cases_from(reader, clue.id)),
        *([Link(Relation.LED_TO, CLUE.name, str(clue.split_from), is_back=True)] if clue.split_from else []),
        *await _tasks_for(reader, CLUE.name, clue.id),
        *(Link(Relation.OVERLAPS, CLUE.name, str(one)) for one in await clues_alike(reader, clue)),
    ]


async def of_verification(reader: Reader, _: Desk, one: Verification, __: Viewer) -> list[Link]:
    """Find the clue, and the team."""
    return [
        Link(Relation.LED_TO, CLUE.name, str(one.clue_id), is_back=True),
        holder(one.holder_path),
        *(Link(Relation.MEMBER, OFFICER, member.officer_id) for member in await members_of(reader, one.id)),
    ]


async def of_talk_inquiry(_: Reader, __: Desk, one: TalkInquiry, ___: Viewer) -> list[Link]:
    """Find the clue."""
    return [Link(Relation.LED_TO, CLUE.name, str(one.clue_id), is_back=True), holder(one.holder_path)]


async def of_case(reader: Reader, desk: Desk, case: Case, viewer: Viewer) -> list[Link]:
    """Find the clue, who works on it, the persons it is about, and its appeals."""
    may = desk.permissions.decide(viewer.actor, "case:read_papers", viewer.facts, viewer.at).allowed
    identities = await identities_of(reader, desk.seals, case.id) if may else {}
    others = [path for path in (case.review_path, case.authority_path) if path]
    return [
        Link(Relation.LED_TO, CLUE.name, str(case.clue_id), is_back=True),
        holder(case.holder_path),
        *(Link(Relation.PART_OF, ORGANISATION, code_of(path)) for path in others),
        *(_person(one.name, one.unit) for one in identities.values()),
        *(
            Link(Relation.CONCERNS, ORGANISATION, one.organisation)
            for one in await subjects_of(reader, case.id)
            if one.organisation
        ),
        *(Link(Relation.MEMBER, OFFICER, one.officer_id) for one in await participants_of(reader, case.id)),
        *(Link(Relation.LED_TO, APPEAL.name, str(one.id)) for one in await appeals_of(reader, case.id)),
        *await _tasks_for(reader, CASE.name, case.id),
    ]


async def of_appeal(_: Reader, __: Desk, appeal: Appeal, ___: Viewer) -> list[Link]:
    """Find the case."""
    return [Link(Relation.LED_TO, CASE.name, str(appeal.case_id), is_back=True), holder(appeal.holder_path)]


async def of_linkage_task(reader: Reader, _: Desk, task: LinkageTask, __: Viewer) -> list[Link]:
    """Find the bodies that take part, the units visited, what the task answers, and the officers lent to it."""
    return [
        holder(task.holder_path),
        *(
            Link(Relation.PART_OF, ORGANISATION, code_of(one.organisation_path))
            for one in await participants(reader, task.id)
            if one.organisation_path != task.holder_path
        ),
        *(Link(Relation.CONCERNS, ORGANISATION, code) for code in task.units),
        *(
            [Link(Relation.LED_TO, task.trigger_type, str(task.trigger_id), is_back=True)]
            if task.trigger_type in (CLUE.name, CASE.name) and task.trigger_id
            else []
        ),
        *(Link(Relation.LED_TO, SECONDMENT.name, str(one)) for one in await secondments_to(reader, task.id)),
    ]


async def of_secondment(_: Reader, __: Desk, one: Secondment, ___: Viewer) -> list[Link]:
    """Find the task, the home body and the officer."""
    return [
        Link(Relation.LED_TO, LINKAGE_TASK.name, str(one.task_id), is_back=True),
        Link(Relation.PART_OF, ORGANISATION, code_of(one.home_path)),
        Link(Relation.MEMBER, OFFICER, one.officer_id),
    ]


async def _tasks_for(reader: Reader, kind: str, object_id: UUID) -> list[Link]:
    found = await tasks_triggered_by(reader, kind, object_id)
    return [Link(Relation.LED_TO, LINKAGE_TASK.name, str(one)) for one in found]


async def _persons(reader: Reader, desk: Desk, clue: Clue, viewer: Viewer) -> list[Link]:
    may = desk.permissions.decide(viewer.actor, "clue:read_papers", viewer.facts, viewer.at).allowed
    paper = await PAPERS.newest(reader, desk.seals, clue.id, "facts") if may else None
    subjects = paper.fields["subjects"] if paper else []
    return [_person(one["name"], one["organisation"]) for one in subjects]


def _person(name: str, unit: str) -> Link:
    """Take persons of one name in one unit for the same, so that two matters about them meet."""
    return Link(Relation.CONCERNS, PERSON, f"{name} {unit}".strip(), label=name)


LINKS: Mapping[str, Links] = MappingProxyType(
    {
        CLUE.name: of_clue,
        VERIFICATION.name: of_verification,
        TALK_INQUIRY.name: of_talk_inquiry,
        CASE.name: of_case,
        APPEAL.name: of_appeal,
        LINKAGE_TASK.name: of_linkage_task,
        SECONDMENT.name: of_secondment,
    }
)
"""By the name of the process."""

COLUMNS = (
    (PERSON, ORGANISATION), (CLUE.name,), (VERIFICATION.name, TALK_INQUIRY.name), (CASE.name,),
    (LINKAGE_TASK.name, APPEAL.name), (SECONDMENT.name,), (OFFICER,),
)  # fmt: skip
"""The columns of the picture, from left to right, as one leads to the other."""
