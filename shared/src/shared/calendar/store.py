"""The calendar in the database: install a year, load the facts."""

from __future__ import annotations

from datetime import datetime

import sqlalchemy as sa
from sqlalchemy.dialects.postgresql import ARRAY

from shared.calendar.days import Calendar, DayKind
from shared.calendar.tables import calendar_days, calendar_years
from shared.calendar.years import CalendarYear
from shared.db import Reader, Transaction

_ALONE = sa.select(sa.func.pg_advisory_xact_lock(sa.func.hashtext("calendar_years")))
_LATEST = (
    sa.select(calendar_years.c.edition, calendar_years.c.digest)
    .where(calendar_years.c.year == sa.bindparam("year"))
    .order_by(calendar_years.c.edition.desc())
    .limit(1)
)
_CURRENT = sa.select(calendar_years.c.year, sa.func.max(calendar_years.c.edition).label("edition")).group_by(
    calendar_years.c.year
)
_EDITIONS = _CURRENT.subquery()
_DAYS_OFF_AND_MAKEUP = (
    sa.select(calendar_days.c.day, calendar_days.c.kind)
    .join(
        _EDITIONS,
        sa.and_(_EDITIONS.c.year == calendar_days.c.year, _EDITIONS.c.edition == calendar_days.c.edition),
    )
    .where(calendar_days.c.kind.in_((DayKind.HOLIDAY.value, DayKind.MAKEUP_WORKDAY.value)))
)
_INSERT_DAYS = sa.insert(calendar_days).from_select(
    ["year", "edition", "day", "kind", "name"],
    sa.select(
        sa.bindparam("year", type_=sa.SmallInteger),
        sa.bindparam("edition", type_=sa.SmallInteger),
        sa.func.unnest(sa.bindparam("days", type_=ARRAY(sa.Date))),
        sa.func.unnest(sa.bindparam("kinds", type_=ARRAY(sa.Text))),
        sa.func.unnest(sa.bindparam("names", type_=ARRAY(sa.Text))),
    ),
)


async def install(tx: Transaction, year: CalendarYear, *, at: datetime) -> int:
    """Write a year's notice and return its edition; equal facts keep the edition they have.

    Provisional deadlines move only when `shared.clocks.recount.recompute_provisional` is called afterwards.
    """
    await tx.scalar(_ALONE)
    latest = await tx.maybe(_LATEST, year=year.year)
    if latest is not None and latest["digest"] == year.digest():
        return int(latest["edition"])
    edition = 1 if latest is None else latest["edition"] + 1
    await tx.run(
        sa.insert(calendar_years),
        year=year.year, edition=edition, source=year.source, digest=year.digest(), imported_at=at,
    )  # fmt: skip
    days, kinds, names = zip(*year.rows(), strict=True)
    await tx.run(
        _INSERT_DAYS, year=year.year, edition=edition, days=list(days), kinds=list(kinds), names=list(names)
    )
    return int(edition)


async def load(reader: Reader) -> Calendar:
    """Read the latest edition of every year."""
    editions = {row["year"]: row["edition"] for row in await reader.all(_CURRENT)}
    days = await reader.all(_DAYS_OFF_AND_MAKEUP)
    return Calendar(
        editions=editions,
        holidays=frozenset(row["day"] for row in days if row["kind"] == DayKind.HOLIDAY),
        makeup=frozenset(row["day"] for row in days if row["kind"] == DayKind.MAKEUP_WORKDAY),
    )
