from __future__ import annotations

from datetime import date, timedelta

import pytest

from intake.domain.chasing import GRADES, Level, above, audience, is_reminded, rises

ISSUED, DUE = date(2026, 3, 2), date(2026, 3, 12)


def test_the_harder_the_level_the_higher_who_signs_and_the_shorter_the_time() -> None:
    assert {level.value: (grade.signs, grade.within) for level, grade in GRADES.items()} == {
        "green": (("S1",), 10),
        "yellow": (("S2",), 5),
        "red": (("S2", "S3"), 3),
    }


@pytest.mark.parametrize(
    ("level", "told"),
    [
        ("green", ("city:district-1/district-1-office-1",)),
        ("yellow", ("city:district-1/district-1-office-1", "city:district-1")),
        ("red", ("city:district-1/district-1-office-1", "city:district-1", "city")),
    ],
)
def test_the_audience_widens_by_level(level: str, told: tuple[str, ...]) -> None:
    assert audience(Level(level), "city:district-1/district-1-office-1") == told


def test_nobody_is_told_twice_and_above_the_top_is_nobody() -> None:
    assert audience(Level.RED, "government:bureau") == ("government:bureau", "government")
    assert audience(Level.RED, "government") == ("government",)


def test_a_level_must_rise_and_above_red_there_is_none() -> None:
    assert [rises(Level.YELLOW, earlier) for earlier in (None, *Level)] == [True, True, False, False]
    assert [above(level) for level in Level] == [Level.YELLOW, Level.RED, None]


def reminded(level: Level, days: int) -> list[int]:
    """Return on which days after issue a worker that runs daily reminds."""
    last, found = None, []
    for number in range(days):
        today = ISSUED + timedelta(days=number)
        if is_reminded(level, ISSUED, DUE, last, today):
            last = today
            found.append(number)
    return found


def test_reminders_come_half_way_the_day_before_and_then_as_often_as_the_level_says() -> None:
    assert reminded(Level.GREEN, 18) == [5, 9, 11, 14, 17]
    assert reminded(Level.YELLOW, 16) == [5, 9, 11, 13, 15]
    assert reminded(Level.RED, 14) == [5, 9, 11, 12, 13]


def test_after_days_without_a_worker_one_reminder_goes_out_and_not_five() -> None:
    late = DUE + timedelta(days=5)
    assert is_reminded(Level.RED, ISSUED, DUE, None, late)
    assert not is_reminded(Level.RED, ISSUED, DUE, late, late)
