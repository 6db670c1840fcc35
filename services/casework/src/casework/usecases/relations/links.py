"""What each kind of object is tied to. Whether the caller may see the other end is decided elsewhere."""

from collections.abc import Awaitable, Callable, Mapping
from types import MappingProxyType
from typing import Any

from casework.domain.clue import Clue
from casework.domain.clue_lifecycle import CLUE
from casework.domain.relations import OFFICER, ORGANISATION, PERSON, Link, Relation
from casework.domain.talk_inquiry import TalkInquiry
from casework.domain.talk_inquiry_lifecycle import TALK_INQUIRY
from casework.domain.verification import Verification
from casework.domain.verification_lifecycle import VERIFICATION
from casework.store.papers import newest_paper
from casework.store.relations import clues_alike
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


async def _persons(reader: Reader, desk: Desk, clue: Clue, viewer: Viewer) -> list[Link]:
    """Take persons of one name in one unit for the same, so that two clues about them meet."""
    may = desk.permissions.decide(viewer.actor, "clue:read_papers", viewer.facts, viewer.at).allowed
    paper = await newest_paper(reader, desk.seals, clue.id, "facts") if may else None
    subjects = paper.fields["subjects"] if paper else []
    return [
        Link(
            Relation.CONCERNS, PERSON, " ".join((one["name"], one["organisation"])).strip(), label=one["name"]
        )
        for one in subjects
    ]


LINKS: Mapping[str, Links] = MappingProxyType(
    {CLUE.name: of_clue, VERIFICATION.name: of_verification, TALK_INQUIRY.name: of_talk_inquiry}
)
"""By the name of the process."""

COLUMNS = ((PERSON, ORGANISATION), (CLUE.name,), (VERIFICATION.name, TALK_INQUIRY.name), (OFFICER,))
"""The columns of the picture, from left to right, as one leads to the other."""
