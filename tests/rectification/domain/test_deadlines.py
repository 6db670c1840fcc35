"""The deadlines of rectification, restated from the book of rules."""

from __future__ import annotations

from datetime import date

from rectification.domain.deadlines import DEADLINES
from shared.clocks.counting import due_on

from tests.support.calendars import real_calendar

LIMITS = """
DL-31   30 calendar_day
P-10     3 month
DL-38    1 month
DL-39    6 month
DL-40    3 month
DL-41    1 month
P-F3    10 working_day
P-F5     6 month
P-F5m    6 month
P-F6    10 working_day
P-F7    10 working_day
P-F7r   15 calendar_day
P-F10   30 calendar_day
P-G8    30 calendar_day
P-8.5    5 working_day
"""


def test_every_limit_is_the_one_of_the_book() -> None:
    stated = [tuple(line.split()) for line in LIMITS.strip().splitlines()]

    assert [(row.id, str(row.amount), row.unit.value) for row in DEADLINES.values()] == stated


def test_a_round_of_an_older_regime_has_its_own_window() -> None:
    window = DEADLINES["DL-39"]

    assert [window.under(regime).amount for regime in ("2015", "2021", "2025")] == [2, 3, 6]


def test_no_national_rule_fixes_these_so_all_can_be_configured() -> None:
    assert all(row.may_configure for row in DEADLINES.values())


def test_only_the_right_to_object_is_a_window() -> None:
    assert [row.id for row in DEADLINES.values() if row.is_window] == ["P-8.5"]


def test_the_window_of_a_round_of_2021_ends_on_the_day_after_new_year() -> None:
    feedback = date(2021, 10, 1)

    due = due_on(feedback, DEADLINES["DL-39"].under("2021").amount, DEADLINES["DL-39"].unit, real_calendar())

    assert due.on == date(2022, 1, 4)
