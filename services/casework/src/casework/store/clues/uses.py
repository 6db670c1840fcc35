"""Which clues use what another clue comes from too: one report may feed several. Rule: A13."""

from __future__ import annotations

from typing import Any
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.orm import aliased

from casework.domain.clue_lifecycle import ClueState
from casework.store.clues.clues import ENDED
from casework.store.tables.clues import ClueOriginRow as Origin
from casework.store.tables.clues import ClueRow
from shared.db import Reader, Transaction

_UNALLOCATED = (ClueState.REGISTERED, ClueState.ALLOCATION_PROPOSED)
_NOT_HANDLED = [state.value for state in (ClueState.MERGED, ClueState.RETURNED)]


async def lock_uses(tx: Transaction, clue_id: UUID) -> None:
    """Let nobody else begin or end a use of what feeds a clue, until this transaction is over.

    Of two clues of one report that end at the same moment, one sees the other's end. The clue must be locked first.
    """
    await tx.flush()
    fed = sa.select(Origin.object_id).where(Origin.clue_id == clue_id, Origin.ended_at.is_(None))
    uses = sa.select(Origin.clue_id).where(Origin.object_id.in_(fed)).with_for_update()
    await tx.all(uses.order_by(Origin.object_id, Origin.clue_id))


async def open_uses(reader: Reader, clue_id: UUID) -> dict[UUID, dict[UUID, str | None]]:
    """Return by object what else uses the objects that feed a clue: open clues, with the office each is allocated to."""
    office = sa.case(
        (ClueRow.state.in_([one.value for one in _UNALLOCATED]), None), else_=ClueRow.holder_path
    )
    others = _others(clue_id).add_columns(ClueRow.id, office.label("office"))
    found: dict[UUID, dict[UUID, str | None]] = {}
    for row in await reader.all(others.where(ClueRow.state.not_in(ENDED))):
        found.setdefault(row["object_id"], {})[row["id"]] = row["office"]
    return found


async def grades_of_others(reader: Reader, clue_id: UUID) -> dict[UUID, list[str]]:
    """Return by object the truth grades other clues came to about the objects that feed a clue.

    What a clue found before the object was brought up again is a closed chapter.
    """
    others = _others(clue_id).add_columns(ClueRow.truth_grade)
    found: dict[UUID, list[str]] = {}
    ended = others.where(
        ClueRow.truth_grade.is_not(None), ClueRow.state.not_in(_NOT_HANDLED), Origin.linked_at >= _begun()
    )
    for row in await reader.all(ended):
        found.setdefault(row["object_id"], []).append(row["truth_grade"])
    return found


def _others(clue_id: UUID) -> sa.Select[Any]:
    own = sa.select(Origin.object_id).where(Origin.clue_id == clue_id, Origin.ended_at.is_(None))
    return (
        sa.select(Origin.object_id)
        .join(ClueRow, ClueRow.id == Origin.clue_id)
        .where(Origin.object_id.in_(own), Origin.clue_id != clue_id, Origin.ended_at.is_(None))
    )


def _begun() -> sa.ScalarSelect[Any]:
    """Select when an object last brought a clue of its own, neither split off nor through a merger."""
    link, clue = aliased(Origin), aliased(ClueRow)
    return (
        sa.select(sa.func.max(link.linked_at))
        .join(clue, clue.id == link.clue_id)
        .where(link.object_id == Origin.object_id, link.via_clue_id.is_(None), clue.split_from.is_(None))
        .scalar_subquery()
    )
