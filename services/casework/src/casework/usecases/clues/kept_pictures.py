"""C4: pictures of a unit are kept with the clue, so that what an assessment knew can be shown later."""

from typing import Any
from uuid import UUID

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
