"""The real calendar of 2004 to 2026, made without a database."""

from __future__ import annotations

from functools import cache

from shared.calendar import Calendar
from shared.calendar.years import from_package, package_years


@cache
def real_calendar() -> Calendar:
    """Return every year the package knows, each in its first edition."""
    years = [from_package(year) for year in package_years()]
    return Calendar(
        editions={year.year: 1 for year in years},
        holidays=frozenset(day for year in years for day in year.holidays),
        makeup=frozenset(day for year in years for day in year.makeup),
    )
