"""Give the next number, and declare one void.

The counter row is locked until the business transaction ends: a rollback gives the number back, and two
transactions of the same organ, kind and year take turns. So ask for it late in the transaction.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime

import sqlalchemy as sa
from sqlalchemy.dialects.postgresql import insert

from shared.db import Reader, Transaction
from shared.numbering.tables import number_counters, void_numbers

_CODE = re.compile(r"[a-z0-9]+(?:[_-][a-z0-9]+)*")
_NUMBER = re.compile(r"(?P<org>[a-z0-9_-]+)-(?P<kind>[a-z0-9_]+)-(?P<year>\d{4})-(?P<seq>\d{4,})")
_NEXT = (
    insert(number_counters)
    .values(org=sa.bindparam("org"), kind=sa.bindparam("kind"), year=sa.bindparam("year"), last=1)
    .on_conflict_do_update(
        index_elements=["org", "kind", "year"], set_={"last": number_counters.c.last + 1}
    )
    .returning(number_counters.c.last)
)  # fmt: skip
_LAST = sa.select(number_counters.c.last).where(
    number_counters.c.org == sa.bindparam("org"),
    number_counters.c.kind == sa.bindparam("kind"),
    number_counters.c.year == sa.bindparam("year"),
)
_VOIDED = (
    sa.select(void_numbers.c.seq)
    .where(
        void_numbers.c.org == sa.bindparam("org"),
        void_numbers.c.kind == sa.bindparam("kind"),
        void_numbers.c.year == sa.bindparam("year"),
    )
    .order_by(void_numbers.c.seq)
)


class NotANumber(ValueError):
    """The text is no human number, or its parts cannot make one."""


@dataclass(frozen=True, slots=True, order=True)
class Number:
    """A human number: the organisation's code, a snake_case kind, the year, and four digits or more."""

    org: str
    kind: str
    year: int
    seq: int

    def __post_init__(self) -> None:
        """Refuse parts that could not be read back. Raises: NotANumber."""
        if not _CODE.fullmatch(self.org) or not _CODE.fullmatch(self.kind) or "-" in self.kind:
            raise NotANumber(f"{self.org!r} or {self.kind!r} cannot stand in a number")

    def __str__(self) -> str:
        return f"{self.org}-{self.kind}-{self.year:04d}-{self.seq:04d}"

    @classmethod
    def parse(cls, text: str) -> Number:
        """Read a number. Raises: NotANumber."""
        found = _NUMBER.fullmatch(text)
        if found is None:
            raise NotANumber(text)
        return cls(found["org"], found["kind"], int(found["year"]), int(found["seq"]))


async def next_number(tx: Transaction, *, org: str, kind: str, year: int) -> Number:
    """Take the next number of an organ, kind and year; it becomes real with the transaction."""
    number = Number(org, kind, year, 1)
    seq = await tx.scalar(_NEXT, org=number.org, kind=number.kind, year=number.year)
    return Number(org, kind, year, seq)


async def void(tx: Transaction, number: Number, *, ground: str, by: str, at: datetime) -> None:
    """Declare a number void; it stays visible and is not given again.

    Raises: NotANumber when it was never given.
    """
    last = await tx.scalar(_LAST, org=number.org, kind=number.kind, year=number.year)
    if last is None or not 0 < number.seq <= last:
        raise NotANumber(f"{number} was never given")
    tx.add(
        void_numbers, org=number.org, kind=number.kind, year=number.year, seq=number.seq,
        ground=ground, voided_by=by, voided_at=at,
    )  # fmt: skip


async def voided(reader: Reader, *, org: str, kind: str, year: int) -> list[Number]:
    """Return the void numbers of an organ, kind and year in order."""
    rows = await reader.all(_VOIDED, org=org, kind=kind, year=year)
    return [Number(org, kind, year, row["seq"]) for row in rows]
