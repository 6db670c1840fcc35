"""Years of the working-day calendar as they were imported."""

from __future__ import annotations

import sqlalchemy as sa

from shared.calendar.days import DayKind
from shared.calendar.tables import calendar_days, calendar_years
from shared.db import Reader
from shared.db.engine import Row


async def latest_years(reader: Reader) -> list[Row]:
    """Return the newest edition of every year."""
    newest = sa.select(
        calendar_years.c.year, sa.func.max(calendar_years.c.edition).label("edition")
    ).group_by(calendar_years.c.year)
    latest = newest.subquery()
    return await reader.all(
        sa.select(calendar_years)
        .join(
            latest,
            sa.and_(latest.c.year == calendar_years.c.year, latest.c.edition == calendar_years.c.edition),
        )
        .order_by(calendar_years.c.year)
    )


async def special_days(reader: Reader, year: int, edition: int) -> list[Row]:
    """Return the days off and the worked weekend days of one edition, in order."""
    kinds = (DayKind.HOLIDAY.value, DayKind.MAKEUP_WORKDAY.value)
    return await reader.all(
        sa.select(calendar_days)
        .where(
            calendar_days.c.year == year, calendar_days.c.edition == edition, calendar_days.c.kind.in_(kinds)
        )
        .order_by(calendar_days.c.day)
    )
