"""The calendar as a set of facts in memory. Pure; a year without a notice is counted by weekdays."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from enum import StrEnum

_ONE = timedelta(days=1)


class DayKind(StrEnum):
    """What a day is in the published calendar."""

    WORKDAY = "workday"
    HOLIDAY = "holiday"
    MAKEUP_WORKDAY = "makeup_workday"
    WEEKEND = "weekend"


@dataclass(frozen=True, slots=True, eq=False)
class Calendar:
    """Which days are worked. `editions` names the known years and the edition of each year's notice.

    `holidays` are the published days off, weekends among them; `makeup` are weekend days that are worked.
    Compared by identity, so that what was counted on a calendar can be kept for it.
    """

    editions: Mapping[int, int] = field(default_factory=dict)
    holidays: frozenset[date] = frozenset()
    makeup: frozenset[date] = frozenset()

    def knows(self, year: int) -> bool:
        """Say whether the year's notice has been imported."""
        return year in self.editions

    def kind(self, day: date) -> DayKind:
        """Return what a day is; in an unknown year only weekdays and weekends are told apart."""
        if day in self.makeup:
            return DayKind.MAKEUP_WORKDAY
        if day in self.holidays:
            return DayKind.HOLIDAY
        return DayKind.WEEKEND if day.weekday() >= 5 else DayKind.WORKDAY

    def is_working_day(self, day: date) -> bool:
        """Say whether a day is worked."""
        return day in self.makeup or (day.weekday() < 5 and day not in self.holidays)

    def working_day_on_or_after(self, day: date) -> date:
        """Return the day itself if worked, else the first worked day after it."""
        while not self.is_working_day(day):
            day += _ONE
        return day

    def working_day_after(self, day: date, count: int) -> date:
        """Return the `count`-th working day after a day; the day itself when `count` is 0."""
        while count:
            day += _ONE
            count -= self.is_working_day(day)
        return day

    def working_day_before(self, day: date, count: int) -> date:
        """Return the `count`-th working day before a day; the day itself when `count` is 0."""
        while count:
            day -= _ONE
            count -= self.is_working_day(day)
        return day

    def working_days(self, after: date, until: date) -> int:
        """Count working days later than `after` and not later than `until`; 0 when there are none."""
        return sum(self.is_working_day(after + _ONE * n) for n in range(1, (until - after).days + 1))

    def version(self, first: date, last: date) -> str:
        """Name the editions a count from one day to another rests on, such as `2026.1` or `2026.1+2027.0`.

        Edition 0 means that the year's notice was not known.
        """
        years = range(first.year, last.year + 1)
        return "+".join(f"{year}.{self.editions.get(year, 0)}" for year in years)
