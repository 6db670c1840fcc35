"""When two visits of one unit come too close. Rule: E2."""

from __future__ import annotations

from datetime import date
from uuid import UUID, uuid4

import pytest

from casework.domain.linkage.planning import Booking, clashes, months_after, too_close

ONE, OTHER = uuid4(), uuid4()


def booking(task: UUID, first: str, last: str, unit: str = "bureau-housing") -> Booking:
    return Booking(task, unit, date.fromisoformat(first), date.fromisoformat(last))


@pytest.mark.parametrize(
    ("day", "months", "then"),
    [
        ("2026-01-31", 1, "2026-02-28"),
        ("2024-01-31", 1, "2024-02-29"),
        ("2026-12-15", 3, "2027-03-15"),
        ("2026-02-10", -3, "2025-11-10"),
        ("2026-03-31", 0, "2026-03-31"),
    ],
)
def test_months_end_on_the_same_day_or_the_last(day: str, months: int, then: str) -> None:
    assert months_after(date.fromisoformat(day), months) == date.fromisoformat(then)


@pytest.mark.parametrize(
    ("first", "last", "close"),
    [
        ("2026-04-01", "2026-04-10", True),
        ("2026-06-30", "2026-07-10", True),
        ("2026-07-01", "2026-07-10", False),
        ("2025-12-01", "2025-12-10", True),
        ("2025-11-01", "2025-12-09", False),
    ],
)
def test_a_second_check_waits_three_months_from_the_end_of_the_first(
    first: str, last: str, *, close: bool
) -> None:
    planned = booking(ONE, "2026-03-09", "2026-04-01")
    assert too_close(planned, booking(OTHER, first, last), 3) is close
    assert too_close(booking(OTHER, first, last), planned, 3) is close


def test_another_unit_or_the_same_task_never_clashes() -> None:
    planned = booking(ONE, "2026-03-09", "2026-04-01")
    assert not too_close(planned, booking(OTHER, "2026-03-09", "2026-04-01", "bureau-health"), 3)
    assert not too_close(planned, booking(ONE, "2026-03-20", "2026-04-05"), 3)


def test_every_pair_that_is_too_close_is_named_once() -> None:
    third = uuid4()
    found = clashes(
        [
            booking(ONE, "2026-03-01", "2026-03-10"),
            booking(OTHER, "2026-04-01", "2026-04-10"),
            booking(third, "2026-12-01", "2026-12-10"),
            booking(third, "2026-03-01", "2026-03-10", "bureau-health"),
        ],
        3,
    )
    assert [(one.first.task_id, one.second.task_id) for one in found] == [(ONE, OTHER)]
