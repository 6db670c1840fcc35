"""C2: which other clues may be about the same matter, and what they have in common with it."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from casework.domain.clue import Clue
from casework.domain.clue_lifecycle import CLUE
from casework.domain.likeness import Overlap, Same, overlaps_in
from casework.store.clues.clues import visible_clues
from casework.store.terms import sharing_with
from shared.db import Scope
from shared.directory.paths import code_of
from shared.http.answers import Answer
from shared.http.models import Output
from shared.process.bodies import Command
from shared.process.desk import Call, Desk
from shared.process.load import load_for
from shared.process.process import Before

MOST = 50


class OverlapOut(Output):
    """Another clue the caller may see, and why it may be the same matter."""

    clue_id: UUID
    number: str | None
    state: str
    holder: str
    source: str
    received_on: date
    is_open: bool
    same: list[str]
    likeness: int


class OverlapsOut(Output):
    """Clues that may be about the same matter, the likeliest first; ended ones only about the same person."""

    items: list[OverlapOut]


async def find_overlaps(desk: Desk, clue_id: UUID, call: Call) -> Answer:
    """Return the overlaps of a clue among those the caller may see.

    Raises: Problem `not_found`, `forbidden`.
    Rule: C2, C4 (history of the subject), ENF Art 21, 23.
    """
    found = await _overlaps(desk, clue_id, call, "clue:read_overlaps", past=True)
    items = [
        {
            "clue_id": clue.id,
            "number": clue.number,
            "state": clue.state,
            "holder": code_of(clue.holder_path),
            "source": clue.source,
            "received_on": clue.received_on,
            "is_open": is_open,
            "same": [one.value for one in overlap.same],
            "likeness": overlap.likeness,
        }
        for overlap, clue, is_open in found
    ]
    return Answer(200, {"items": items})


def overlaps_counted_for(action: str) -> Before:
    """Return the look at other open clues that stands before an allocation is proposed."""

    async def count(desk: Desk, clue_id: UUID, _: Command, call: Call) -> int:
        return len(await _overlaps(desk, clue_id, call, f"{CLUE.name}:{action}", past=False))

    return count


async def _overlaps(
    desk: Desk, clue_id: UUID, call: Call, permission: str, *, past: bool
) -> list[tuple[Overlap, Clue, bool]]:
    """Find candidates among all clues, then keep what the caller may see.

    A unit alone counts only in the same field: of a large unit everything would overlap.
    """
    clue: Clue
    async with desk.db.reader(call.actor.scope(call.at)) as reader:
        clue, _ = await load_for(
            reader, desk, desk.processes[CLUE.name], clue_id, call, permission, lock=False
        )
    async with desk.db.reader(
        Scope("worker", at=call.at)
    ) as reader:  # ids only: asking row by row takes 10 times as long
        found = await sharing_with(reader, clue_id, past=past)
    ranked = [(one, True) for one in overlaps_in(found.now)]
    ranked += [(one, False) for one in overlaps_in(found.ended)]
    async with desk.db.reader(call.actor.scope(call.at)) as reader:
        seen = await visible_clues(reader, desk.permissions, call, [one.clue_id for one, _ in ranked])
    known = [(one, seen[one.clue_id], is_open) for one, is_open in ranked if one.clue_id in seen]
    return [each for each in known if each[0].same != (Same.UNIT,) or each[1].field == clue.field][:MOST]
