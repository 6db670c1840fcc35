"""Keep what clues are compared by, and find clues that have some of it in common."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, NamedTuple
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.dialects.postgresql import ARRAY, insert

from casework.domain.likeness import PERSONAL, Keyed, Term
from casework.store.tables.clues import ClueRow
from casework.store.tables.ledger import ClueTermRow
from shared.db import Reader, Transaction
from shared.db.compiler import Fixed
from shared.sealing.seals import Seals

MOST_PER_TERM = 200
"""Of a unit with thousands of clues the newest: more than anybody reads, and a bound on what a question costs."""
_terms: Any = ClueTermRow.__table__


def keyed_by(seals: Seals) -> Keyed:
    """Return the keyed hash words are compared by.

    Under the oldest key that is kept, not the newest: what was written years ago must still be found.
    """
    version = min(seals.provider.status("subjects").versions)

    def keyed(word: str) -> int:
        mac = seals.provider.mac("subjects", word.encode(), version=version)
        return int.from_bytes(mac.value[:8], signed=True)

    return keyed


async def keep_terms(tx: Transaction, clue_id: UUID, terms: Iterable[Term]) -> None:
    """Add what a clue is compared by; what is known already stays. The clue's row must be written."""
    rows = [{"term": one.value, "clue_id": clue_id, "kind": one.kind.value, "is_open": True} for one in terms]
    if rows:
        await tx.run(insert(ClueTermRow).values(rows).on_conflict_do_nothing())


async def end_terms(tx: Transaction, clue_id: UUID, *, is_open: bool = False) -> None:
    """Say of a clue's terms that it has ended, or is open again."""
    await tx.run(sa.update(ClueTermRow).where(ClueTermRow.clue_id == clue_id).values(is_open=is_open))


async def copy_terms(tx: Transaction, clue_id: UUID, to: UUID) -> None:
    """Let a clue be found by what another one is found by."""
    source = sa.select(_terms.c.term, sa.literal(to), _terms.c.kind, sa.true()).where(
        _terms.c.clue_id == clue_id
    )
    columns = ["term", "clue_id", "kind", "is_open"]
    await tx.run(insert(ClueTermRow).from_select(columns, source).on_conflict_do_nothing())


async def terms_of_clue(reader: Reader, clue_id: UUID) -> list[tuple[str, int]]:
    """Return what a clue is compared by, as kind and number."""
    rows = await reader.all(sa.select(_terms.c.kind, _terms.c.term).where(_terms.c.clue_id == clue_id))
    return [(row["kind"], row["term"]) for row in rows]


async def sharing(reader: Reader, terms: Iterable[int], *, is_open: bool) -> list[tuple[UUID, str, int]]:
    """Return clues that have some of the terms, as (clue, kind, how many); says nothing about rights.

    Of ended clues only those about the same person: the rest is history nobody asks for.
    """
    asked = list(terms)
    if not asked:
        return []
    rows = await reader.all(_HAVING_OPEN if is_open else _HAVING_ENDED, terms=asked)
    return [(row["clue_id"], row["kind"], row["count"]) for row in rows]


class Sharing(NamedTuple):
    """Clues that share terms with one, as (clue, kind, how many): those that are open, and those that ended."""

    now: list[tuple[UUID, str, int]]
    ended: list[tuple[UUID, str, int]]


async def sharing_with(reader: Reader, clue_id: UUID, *, past: bool) -> Sharing:
    """Return the same for what a clue is compared by, itself left out; ended ones only where `past` is asked for."""
    rows = await reader.all(_SHARING, of_clue=clue_id, past=past)
    found = Sharing([], [])
    for row in rows:
        (found.now if row["is_open"] else found.ended).append((row["clue_id"], row["kind"], row["count"]))
    return found


def has_term(terms: list[int]) -> sa.ColumnElement[bool]:
    """Select clues that have one of the terms."""
    wanted = sa.any_(sa.literal(terms, ARRAY(sa.BigInteger)))
    return ClueRow.id.in_(sa.select(_terms.c.clue_id).where(_terms.c.term == wanted))


_PERSONAL: list[sa.ColumnElement[str]] = [sa.literal_column(f"'{one.value}'") for one in sorted(PERSONAL)]
_ENDED = sa.and_(sa.not_(_terms.c.is_open), _terms.c.kind.in_(_PERSONAL))
_OF_CLUE = sa.bindparam("of_clue", type_=sa.Uuid)


def _having(wanted: Any, which: sa.ColumnElement[bool]) -> sa.Select[Any]:
    newest = (
        sa.select(_terms.c.clue_id, _terms.c.kind)
        .where(_terms.c.term == wanted.c.term, which)
        .order_by(_terms.c.clue_id.desc())
        .limit(sa.literal_column(str(MOST_PER_TERM)))
        .lateral("newest")
    )
    return (
        sa.select(newest.c.clue_id, newest.c.kind, sa.func.count().label("count"))
        .select_from(sa.join(wanted, newest, sa.true()))
        .group_by(newest.c.clue_id, newest.c.kind)
    )


def _sharing() -> Fixed:
    compared = sa.alias(_terms, "compared")
    own = sa.select(compared.c.term, compared.c.kind).where(compared.c.clue_id == _OF_CLUE).cte("own")
    now = _having(own, _terms.c.is_open).add_columns(sa.literal_column("true").label("is_open"))
    ended = _having(own, _ENDED).add_columns(sa.literal_column("false"))
    ended = ended.where(sa.bindparam("past", type_=sa.Boolean), own.c.kind.in_(_PERSONAL))
    found = sa.union_all(now, ended).subquery()
    return Fixed(sa.select(found).where(found.c.clue_id != _OF_CLUE))


_GIVEN = (
    sa.func.unnest(sa.bindparam("terms", type_=ARRAY(sa.BigInteger)))
    .table_valued("term", name="asked")
    .render_derived()
)
_HAVING_OPEN, _HAVING_ENDED = Fixed(_having(_GIVEN, _terms.c.is_open)), Fixed(_having(_GIVEN, _ENDED))
_SHARING = _sharing()
