"""One year's notice on holidays: from the `chinesecalendar` package, a JSON body or a CSV file, checked.

CalendarError
├── UnknownYear       no notice for that year in the package
└── InvalidCalendar   the body contradicts itself; `problem` says where
"""

from __future__ import annotations

import csv
import hashlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from chinese_calendar.constants import Holiday, holidays, workdays

from shared.calendar.days import DayKind

PACKAGE = "chinesecalendar"


class CalendarError(Exception):
    """Anything this module raises."""


class UnknownYear(CalendarError):
    """The package holds no notice for that year yet; import the State Council's notice as JSON or CSV."""

    def __init__(self, year: int, first: int, last: int) -> None:
        super().__init__(f"no holiday notice for {year}: the package knows {first} to {last}")
        self.year = year


class InvalidCalendar(CalendarError):
    """A calendar body that cannot be what was published."""

    def __init__(self, problem: str) -> None:
        super().__init__(problem)
        self.problem = problem


@dataclass(frozen=True, slots=True)
class CalendarYear:
    """What one year's notice changes: days off and worked weekend days, each with its festival."""

    year: int
    source: str
    holidays: Mapping[date, str]
    makeup: Mapping[date, str]

    def __post_init__(self) -> None:
        """Check the body. Raises: InvalidCalendar."""
        if stray := [day for day in (*self.holidays, *self.makeup) if day.year != self.year]:
            raise InvalidCalendar(f"{min(stray)} is not in {self.year}")
        if both := self.holidays.keys() & self.makeup.keys():
            raise InvalidCalendar(f"{min(both)} is both a holiday and a make-up working day")
        if idle := [day for day in self.makeup if day.weekday() < 5]:
            raise InvalidCalendar(f"{min(idle)} is a weekday: it is worked anyway, or it is a holiday")
        if date(self.year, 10, 1) not in self.holidays:
            raise InvalidCalendar(f"National Day is missing: this is not the whole year {self.year}")

    def rows(self) -> Iterator[tuple[date, DayKind, str]]:
        """Yield every day of the year with its kind and the festival's name (empty on ordinary days)."""
        day = date(self.year, 1, 1)
        while day.year == self.year:
            if day in self.holidays:
                yield day, DayKind.HOLIDAY, self.holidays[day]
            elif day in self.makeup:
                yield day, DayKind.MAKEUP_WORKDAY, self.makeup[day]
            else:
                yield day, DayKind.WEEKEND if day.weekday() >= 5 else DayKind.WORKDAY, ""
            day += timedelta(days=1)

    def digest(self) -> str:
        """Return the hash of the facts, source left out: equal facts are the same edition."""
        facts = "\n".join(f"{day} {kind} {name}" for day, kind, name in self.rows())
        return hashlib.sha256(facts.encode()).hexdigest()


def package_years() -> range:
    """Return the years the installed package knows."""
    years = {day.year for day in holidays}
    return range(min(years), max(years) + 1)


def from_package(year: int) -> CalendarYear:
    """Return a year as the `chinesecalendar` package has it. Raises: UnknownYear."""
    known = package_years()
    if year not in known:
        raise UnknownYear(year, known[0], known[-1])
    return CalendarYear(
        year=year,
        source=PACKAGE,
        holidays={day: Holiday(name).chinese for day, name in holidays.items() if day.year == year},
        makeup={day: Holiday(name).chinese for day, name in workdays.items() if day.year == year},
    )


def from_document(body: Mapping[str, Any]) -> CalendarYear:
    """Read a year as the notice states it: festivals with first and last day, and make-up working days.

    `{"year": 2027, "source": "…", "holidays": [{"name": "元旦", "from": "2027-01-01", "to": "2027-01-03"}],
    "makeup_workdays": [{"name": "春节", "day": "2027-02-20"}]}`. Raises: InvalidCalendar.
    """
    try:
        year, source = int(body["year"]), str(body["source"])
        spans = [
            (str(item["name"]), date.fromisoformat(item["from"]), date.fromisoformat(item["to"]))
            for item in body["holidays"]
        ]
        makeup = {date.fromisoformat(item["day"]): str(item["name"]) for item in body["makeup_workdays"]}
    except (KeyError, TypeError, ValueError) as error:
        raise InvalidCalendar(f"the body cannot be read: {error!r}") from error
    if wrong := [name for name, first, last in spans if not 0 <= (last - first).days <= 31]:
        raise InvalidCalendar(f"{wrong[0]}: the last day must follow the first within a month")
    return CalendarYear(year=year, source=source, holidays=_spread(spans), makeup=makeup)


def from_csv(text: str, *, year: int, source: str) -> CalendarYear:
    """Read a year from lines `day,kind,name`; ordinary days may be left out. Raises: InvalidCalendar."""
    found: dict[DayKind, dict[date, str]] = {kind: {} for kind in DayKind}
    rows = csv.DictReader(text.lstrip("\ufeff").splitlines())
    if rows.fieldnames is None or list(rows.fieldnames)[:3] != ["day", "kind", "name"]:
        raise InvalidCalendar("the first line must be: day,kind,name")
    for row in rows:
        try:
            found[DayKind(row["kind"])][date.fromisoformat(row["day"])] = row["name"] or ""
        except (KeyError, TypeError, ValueError) as error:
            raise InvalidCalendar(f"line {rows.line_num}: {error}") from error
    return CalendarYear(
        year=year, source=source, holidays=found[DayKind.HOLIDAY], makeup=found[DayKind.MAKEUP_WORKDAY]
    )


def _spread(spans: Iterable[tuple[str, date, date]]) -> dict[date, str]:
    return {
        first + timedelta(days=n): name
        for name, first, last in spans
        for n in range((last - first).days + 1)
    }  # fmt: skip
