"""A clock says what it is at an instant, whether or not a worker has noticed."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from shared.clock import ZONE
from shared.clocks.deadline_clock import ClockState, wire
from shared.clocks.rules import HR, Deadline, Unit

from tests.support.clocks import FIFTEEN_DAYS, MONDAY, WINDOW, a_clock, at


def test_a_clock_is_running_then_due_soon_then_overdue() -> None:
    clock = a_clock()

    assert clock.due_on == date(2026, 3, 23)
    assert clock.state_at(at(date(2026, 3, 17), 23)) is ClockState.RUNNING
    assert clock.state_at(at(date(2026, 3, 18), 0)) is ClockState.DUE_SOON
    assert clock.state_at(at(date(2026, 3, 23), 23)) is ClockState.DUE_SOON
    assert clock.state_at(at(date(2026, 3, 24), 0)) is ClockState.OVERDUE


def test_the_limit_ends_at_midnight_in_shanghai() -> None:
    assert a_clock().ends_at == datetime(2026, 3, 23, 16, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    "state", [ClockState.MET, ClockState.MET_LATE, ClockState.SUSPENDED, ClockState.CANCELLED]
)
def test_time_does_not_change_a_clock_that_is_not_ticking(state: ClockState) -> None:
    assert replace(a_clock(), state=state).state_at(at(date(2030, 1, 1))) is state


def test_a_window_never_falls_overdue_but_lapses() -> None:
    clock = a_clock(WINDOW)

    assert clock.state_at(clock.ends_at - timedelta(seconds=1)) is ClockState.RUNNING
    assert clock.state_at(clock.ends_at) is ClockState.CANCELLED


def test_an_answer_shows_the_fields_of_the_convention() -> None:
    assert wire(a_clock(), at(MONDAY)) == {
        "rule": "T-15",
        "due_on": date(2026, 3, 23),
        "amount": 15,
        "unit": "working_day",
        "state": "running",
        "provisional": False,
        "calendar_version": "2026.1",
        "held_by": "city/office-1",
    }


def test_a_day_clock_tells_nothing_about_the_hour_of_the_trigger() -> None:
    clock = a_clock(started_at=at(MONDAY, 17))

    assert clock.started_at == clock.held_since == at(MONDAY, 0)


def test_a_date_written_in_a_letter_stands_as_written() -> None:
    saturday = date(2026, 3, 28)

    clock = a_clock(written_due_on=saturday)

    assert (clock.due_on, clock.amount, clock.unit) == (saturday, 26, Unit.CALENDAR_DAY)
    assert clock.fixed
    assert not clock.provisional


def test_a_written_date_before_the_trigger_is_refused() -> None:
    with pytest.raises(ValueError, match="before the trigger"):
        a_clock(FIFTEEN_DAYS, written_due_on=date(2026, 3, 1))


def test_hours_run_from_their_instant_and_warn_when_a_fifth_is_left() -> None:
    rule = Deadline("T-24", 24, HR, "custody", "test", "P", "通知", "Notify")
    started = datetime(2026, 2, 16, 20, 0, tzinfo=ZONE)

    clock = a_clock(rule, trigger_on=date(2026, 2, 16), started_at=started)

    assert clock.ends_at == started + timedelta(hours=24)
    assert clock.soon_at == started + timedelta(hours=19, minutes=12)
    assert clock.due_on == date(2026, 2, 17)
    with pytest.raises(ValueError, match="instant"):
        a_clock(rule)
