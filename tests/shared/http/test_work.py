from __future__ import annotations

import pytest

from shared.http.work import LEAST_BITS, MOST_BITS, VALID_S, Door, Rate, challenge, is_paid, solve

KEY, PURPOSE, AT = b"key of a test", "/open 0f8d1c0e", 1_800_000_000


class Wall:
    def __init__(self) -> None:
        self.now = 1000.0

    def __call__(self) -> float:
        return self.now


def test_a_rate_is_what_came_in_the_last_seconds_and_is_forgotten() -> None:
    rate, now = Rate(), 50.0
    for _ in range(600):
        now += 0.1
        rate.add(now)
    assert rate.add(now + 0.1) == pytest.approx(10, rel=0.02)
    assert rate.add(now + 60) < 0.3


def test_the_usual_rate_costs_nothing() -> None:
    wall = Wall()
    door = Door(10, wall)
    for _ in range(500):
        wall.now += 0.11
        assert door.price() == 0


def test_a_flood_that_does_not_pay_raises_no_price_beyond_the_least() -> None:
    wall = Wall()
    door = Door(10, wall)
    prices = set()
    for _ in range(5000):
        wall.now += 0.001
        prices.add(door.price())
    assert prices == {0, LEAST_BITS}


def test_a_flood_that_pays_is_charged_more_and_more_up_to_a_bound() -> None:
    wall = Wall()
    door = Door(10, wall)
    prices = []
    for _ in range(20_000):
        wall.now += 0.0005
        prices.append(door.price())
        door.paid()
    assert max(prices) == MOST_BITS
    wall.now += 60
    door.paid()
    assert door.price() == 0


def test_a_solved_challenge_pays_for_its_purpose_only_and_only_in_time() -> None:
    proof = solve(challenge(KEY, PURPOSE, 8, AT))

    assert is_paid(proof, KEY, PURPOSE, 8, AT)
    assert is_paid(proof, KEY, PURPOSE, 8, AT + VALID_S)
    assert not is_paid(proof, KEY, PURPOSE, 8, AT + VALID_S + 1)
    assert not is_paid(proof, KEY, "/open another", 8, AT)
    assert not is_paid(proof, b"another key", PURPOSE, 8, AT)
    assert not is_paid(proof, KEY, PURPOSE, 9, AT)


@pytest.mark.parametrize(
    "proof", ["", "v1", "v1.9.16.x 1", "v1.99999999999.16." + "0" * 64 + " 1", "\x00", "é 1"]
)
def test_what_is_no_proof_of_ours_pays_nothing(proof: str) -> None:
    assert not is_paid(proof, KEY, PURPOSE, LEAST_BITS, AT)


def test_bits_cannot_be_talked_down() -> None:
    given = challenge(KEY, PURPOSE, 20, AT)
    version, until, _, mac = given.split(".")
    lower = f"{version}.{until}.1.{mac}"
    assert not is_paid(solve(lower), KEY, PURPOSE, 1, AT)


def test_only_a_challenge_can_be_solved() -> None:
    with pytest.raises(ValueError, match="not a challenge"):
        solve("v1.1.99." + "0" * 64)
