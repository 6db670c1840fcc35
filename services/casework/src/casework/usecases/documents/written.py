"""What documents take from the papers officers wrote."""

from typing import Any
from uuid import UUID

from casework.domain.clue import Clue
from casework.domain.clue_lifecycle import CLUE
from casework.store.papers import PAPERS
from shared.db import Reader
from shared.documents import Joined, OfficerName, OrganisationName, Value
from shared.lifecycle import Refused
from shared.process.desk import Desk
from shared.process.load import load_subject

NO_NAME = "＿＿＿＿＿＿"
"""Left to be written by hand: whom a report is about stays in intake."""


async def paper_fields(reader: Reader, desk: Desk, object_id: UUID, kind: str) -> dict[str, Any]:
    """Return what the newest version of a paper says. Raises: Refused `document_not_yet`."""
    paper = await PAPERS.newest(reader, desk.seals, object_id, kind)
    if paper is None:
        raise Refused("document_not_yet")
    return paper.fields


async def clue_of(reader: Reader, desk: Desk, clue_id: UUID) -> Clue:
    """Return the clue a talk or verification comes from. Raises: Refused `document_not_yet` when out of sight."""
    clue: Clue | None = await load_subject(reader, desk.processes[CLUE.name], clue_id, lock=False)
    if clue is None:
        raise Refused("document_not_yet")
    return clue


async def subjects_of(reader: Reader, desk: Desk, clue: Clue) -> str:
    """Return the names of the persons a clue is about, where casework itself was told them."""
    paper = await PAPERS.newest(reader, desk.seals, clue.id, "facts")
    names = [one["name"] for one in paper.fields["subjects"]] if paper else []
    return "、".join(names) or NO_NAME


def units_of(clue: Clue) -> Value:
    """Return the names of the subjects' units; where none is on record, room to write it."""
    if not clue.subject_organisations:
        return NO_NAME
    return Joined(tuple(OrganisationName(code) for code in clue.subject_organisations))


def officers(references: list[str]) -> Joined:
    """Return the names behind logins and ids."""
    return Joined(tuple(OfficerName(one) for one in references))


def listed(desk: Desk, vocabulary: str, code: str | None) -> str:
    """Return the Chinese name of a code, or nothing."""
    return desk.vocabularies.label(vocabulary, code, "zh-CN") if code else ""
