from __future__ import annotations

from shared.http.breaker import OPEN_S, Breaker, RetryBudget


def calls(breaker: Breaker, now: float, *, ok: int = 0, failed: int = 0) -> None:
    for outcome in [True] * ok + [False] * failed:
        assert breaker.admits(now)
        breaker.record(now, ok=outcome)


def opened(now: float = 0.0) -> Breaker:
    breaker = Breaker()
    calls(breaker, now, ok=10, failed=10)
    return breaker


def test_it_opens_when_half_of_twenty_calls_failed() -> None:
    breaker = Breaker()
    opened_by = []
    for outcome in [True] * 10 + [False] * 10:
        breaker.record(0, ok=outcome)
        opened_by.append(breaker.is_open)

    assert opened_by == [False] * 19 + [True]
    assert not breaker.admits(OPEN_S - 0.1)


def test_fewer_than_twenty_calls_never_open_it() -> None:
    breaker = Breaker()

    calls(breaker, 0, failed=19)

    assert not breaker.is_open


def test_failures_older_than_ten_seconds_are_forgotten() -> None:
    breaker = Breaker()
    calls(breaker, 0, failed=15)

    calls(breaker, 10.1, ok=15, failed=5)

    assert not breaker.is_open


def test_three_probes_pass_after_five_seconds_and_no_more() -> None:
    breaker = opened()

    assert [breaker.admits(OPEN_S) for _ in range(5)] == [True, True, True, False, False]


def test_three_good_probes_close_it() -> None:
    breaker = opened()
    for _ in range(3):
        assert breaker.admits(OPEN_S)
    for _ in range(3):
        breaker.record(OPEN_S, ok=True)

    assert not breaker.is_open
    calls(breaker, OPEN_S, failed=19)
    assert not breaker.is_open


def test_one_bad_probe_opens_it_again() -> None:
    breaker = opened()
    assert breaker.admits(OPEN_S)
    breaker.record(OPEN_S, ok=False)

    assert not breaker.admits(OPEN_S + 4.9)
    assert breaker.admits(2 * OPEN_S)


def test_a_call_that_was_under_way_when_it_opened_is_no_probe() -> None:
    breaker = opened()
    for _ in range(3):
        breaker.record(1, ok=True)

    assert breaker.is_open


def test_repeated_calls_are_at_most_a_tenth_of_first_ones() -> None:
    budget = RetryBudget()
    repeated = 0
    for _ in range(1000):
        budget.earn()
        repeated += budget.spend()

    assert 95 <= repeated <= 102


def test_a_long_calm_saves_up_no_more_than_ten_repeats() -> None:
    budget = RetryBudget()
    for _ in range(1000):
        budget.earn()

    assert sum(budget.spend() for _ in range(100)) == 10
