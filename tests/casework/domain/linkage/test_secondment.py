"""Whose officer somebody is, how long they are lent, and when their access begins and ends. Rule: E4, T54."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from casework.domain.linkage.secondment import days_lent, home_of, window
from shared.clock import ZONE

ZONE_1 = ["group-1", "district-1", "district-2"]


@pytest.mark.parametrize(
    ("path", "home"),
    [
        ("city/group-1", "city/group-1"),
        ("city:district-1/district-1-office-1", "city:district-1"),
        ("city:district-1", "city:district-1"),
        ("city:district-10/district-10-office-1", None),
        ("city/city-office-1", None),
    ],
)
def test_the_home_body_is_the_group_or_district_of_the_zone(path: str, home: str | None) -> None:
    assert home_of(path, ZONE_1) == home


def test_access_begins_with_the_first_day_and_ends_with_the_last_in_the_zone_of_the_deployment() -> None:
    found = window(date(2026, 3, 10), date(2026, 3, 12), datetime(2026, 3, 2, tzinfo=UTC), ZONE)
    assert found.since == datetime(2026, 3, 9, 16, tzinfo=UTC)
    assert found.until == datetime(2026, 3, 12, 16, tzinfo=UTC)


def test_access_never_begins_in_the_past() -> None:
    now = datetime(2026, 3, 11, 1, tzinfo=UTC)
    assert window(date(2026, 3, 10), date(2026, 3, 12), now, ZONE).since == now


@pytest.mark.parametrize(
    ("within", "days"),
    [
        (("2026-03-01", "2026-03-31"), 10),
        (("2026-03-05", "2026-03-06"), 2),
        (("2026-03-10", "2026-12-31"), 1),
        (("2026-04-01", "2026-04-30"), 0),
    ],
)
def test_days_are_counted_with_both_ends_inside_the_period(within: tuple[str, str], days: int) -> None:
    first, last = (date.fromisoformat(one) for one in within)
    assert days_lent(date(2026, 3, 1), date(2026, 3, 10), first, last) == days
