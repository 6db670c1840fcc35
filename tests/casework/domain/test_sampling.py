from __future__ import annotations

import hmac
from datetime import date
from uuid import uuid4

from casework.domain.reconciliation import quarter_of
from casework.domain.sampling import drawn, is_drawn


def keyed(word: str) -> int:
    return int.from_bytes(hmac.digest(b"k" * 32, word.encode(), "sha256")[:8], signed=True)


def test_the_draw_is_the_same_whoever_draws_and_in_whichever_order() -> None:
    among = [uuid4() for _ in range(40)]
    first = drawn(keyed, "quarter", among, 10)

    assert drawn(keyed, "quarter", reversed(among), 10) == first
    assert len(first) == 4
    assert drawn(keyed, "another quarter", among, 10) != first


def test_of_few_at_least_one_is_drawn_and_of_none_none() -> None:
    one = uuid4()
    assert drawn(keyed, "quarter", [one], 5) == [one]
    assert drawn(keyed, "quarter", [], 5) == []


def test_about_so_many_in_a_hundred_are_drawn_one_by_one() -> None:
    chosen = sum(is_drawn(keyed, "talk", uuid4(), 10) for _ in range(2000))
    assert 140 <= chosen <= 260
    assert is_drawn(keyed, "talk", uuid4(), 100)


def test_a_day_lies_in_its_quarter() -> None:
    days = [date(2026, 1, 1), date(2026, 3, 31), date(2026, 4, 1), date(2026, 12, 31)]
    assert [quarter_of(day) for day in days] == [(2026, 1), (2026, 1), (2026, 2), (2026, 4)]
