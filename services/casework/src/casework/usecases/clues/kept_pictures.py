"""C4: pictures of a unit are kept with the clue, so that what an assessment knew can be shown later."""

from typing import Any
from uuid import UUID

from casework.domain.clue import Clue
from casework.store.papers import PAPERS
from shared.db import Reader
from shared.papers import Paper
from shared.process.desk import Desk

PAPER = "unit_picture"


async def picture_of(reader: Reader, desk: Desk, clue_id: UUID) -> Paper | None:
    """Return the last picture that was taken for a clue."""
    return await PAPERS.newest(reader, desk.seals, clue_id, PAPER)


async def kept_picture(reader: Reader, desk: Desk, clue_id: UUID) -> dict[str, Any] | None:
    """Return which picture that is: version, day and hash."""
    paper = await picture_of(reader, desk, clue_id)
    if paper is None:
        return None
    return {"version": paper.version, "taken_on": paper.fields["taken_on"], "sha256": paper.sha256.hex()}


def without_shown(papers: list[dict[str, Any]], clue: Clue, *, may_take: bool) -> list[dict[str, Any]]:
    """Return the papers of a clue as somebody reads them: what a picture shows, only in the office it was taken for.

    It counts what that office may read; on a team, or in the office a clue goes to, others may not.
    """
    return [
        one
        if one["kind"] != PAPER or (may_take and one["fields"]["held_by"] == clue.holder_path)
        else {**one, "fields": {"taken_on": one["fields"]["taken_on"]}}
        for one in papers
    ]
