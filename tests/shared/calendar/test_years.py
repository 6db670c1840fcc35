"""A year's notice is read from the package, a JSON body or a CSV file, and refused when it cannot be true."""

from __future__ import annotations

from datetime import date
from typing import Any

import chinese_calendar
import pytest

from shared.calendar import CalendarYear, DayKind, InvalidCalendar, UnknownYear
from shared.calendar.years import from_csv, from_document, from_package, package_years

NOTICE_2027: dict[str, Any] = {
    "year": 2027,
    "source": "invented for tests",
    "holidays": [
        {"name": "元旦", "from": "2027-01-01", "to": "2027-01-03"},
        {"name": "春节", "from": "2027-02-05", "to": "2027-02-11"},
        {"name": "国庆节", "from": "2027-10-01", "to": "2027-10-07"},
    ],
    "makeup_workdays": [{"name": "春节", "day": "2027-02-20"}],
}


@pytest.mark.parametrize("year", package_years())
def test_the_package_and_our_rows_agree_on_every_day(year: int) -> None:
    for day, kind, _ in from_package(year).rows():
        assert chinese_calendar.is_workday(day) == (kind in (DayKind.WORKDAY, DayKind.MAKEUP_WORKDAY)), day


def test_a_year_has_all_its_days_and_names_its_festivals() -> None:
    rows = {day: (kind, name) for day, kind, name in from_package(2026).rows()}

    assert len(rows) == 365
    assert rows[date(2026, 2, 17)] == (DayKind.HOLIDAY, "春节")
    assert rows[date(2026, 2, 14)] == (DayKind.MAKEUP_WORKDAY, "春节")
    assert rows[date(2026, 3, 2)] == (DayKind.WORKDAY, "")
    assert rows[date(2026, 3, 7)] == (DayKind.WEEKEND, "")


def test_a_year_the_package_does_not_know_is_refused_by_name() -> None:
    with pytest.raises(UnknownYear, match="no holiday notice for 2027: the package knows 2004 to 2026"):
        from_package(2027)


def test_a_notice_is_read_as_it_is_published() -> None:
    year = from_document(NOTICE_2027)

    kinds = {day: kind for day, kind, _ in year.rows()}
    assert kinds[date(2027, 2, 11)] is DayKind.HOLIDAY
    assert kinds[date(2027, 2, 20)] is DayKind.MAKEUP_WORKDAY
    assert sum(kind is DayKind.HOLIDAY for kind in kinds.values()) == 17


def test_json_and_csv_of_one_notice_are_the_same_facts() -> None:
    year = from_document(NOTICE_2027)
    lines = [f"{day},{kind},{name}" for day, kind, name in year.rows() if kind is not DayKind.WORKDAY]

    again = from_csv("\ufeff" + "\n".join(["day,kind,name", *lines]), year=2027, source="a file")

    assert again.digest() == year.digest()


@pytest.mark.parametrize(
    ("change", "problem"),
    [
        ({"year": 2028}, "is not in 2028"),
        ({"holidays": []}, "National Day is missing"),
        ({"makeup_workdays": [{"name": "元旦", "day": "2027-01-02"}]}, "both a holiday and a make-up"),
        ({"makeup_workdays": [{"name": "春节", "day": "2027-02-22"}]}, "is a weekday"),
        ({"holidays": [{"name": "国庆节", "from": "2027-10-07", "to": "2027-10-01"}]}, "must follow"),
        ({"holidays": [{"name": "国庆节", "from": "1 October", "to": "2027-10-07"}]}, "cannot be read"),
        ({"source": None, "holidays": None}, "cannot be read"),
    ],
)
def test_a_body_that_cannot_be_true_is_refused_with_the_place(change: dict[str, Any], problem: str) -> None:
    with pytest.raises(InvalidCalendar, match=problem):
        from_document({**NOTICE_2027, **change})


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("date,type\n", "first line"),
        ("day,kind,name\n2027-10-01,festival,国庆节\n", "line 2"),
        ("day,kind,name\n2027-02-30,holiday,春节\n", "line 2"),
    ],
)
def test_a_csv_file_that_cannot_be_read_names_the_line(text: str, problem: str) -> None:
    with pytest.raises(InvalidCalendar, match=problem):
        from_csv(text, year=2027, source="a file")


def test_equal_facts_from_another_source_are_the_same_edition() -> None:
    year = from_package(2025)

    assert CalendarYear(2025, "typed by hand", year.holidays, year.makeup).digest() == year.digest()
