"""What guessing costs, as figures; and what a password must be."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from itertools import count

import pytest

from identity.domain.login_guard import FREE_FAILURES, MOST_BITS, bits_needed, is_solved
from identity.domain.password_rules import check_password, normalised
from identity.domain.sessions import idle_life
from shared.auth.roles import Role
from shared.lifecycle import Refused

AT = datetime(2026, 3, 2, tzinfo=UTC)


def test_work_is_asked_for_after_five_failures_and_grows_to_a_limit() -> None:
    asked = [bits_needed(failures) for failures in range(30)]

    assert asked[:FREE_FAILURES] == [0] * FREE_FAILURES
    assert asked[FREE_FAILURES] == 16
    assert asked == sorted(asked)
    assert max(asked) == MOST_BITS


def test_what_time_has_healed_does_not_count() -> None:
    assert bits_needed(4.99) == 0
    assert bits_needed(5.0) == 16


def test_an_answer_is_right_when_its_hash_begins_with_enough_zeros() -> None:
    answer = next(str(n) for n in count() if is_solved("text", str(n), 10))

    assert is_solved("text", answer, 1)
    assert not is_solved("another text", answer, 30)


@pytest.mark.parametrize(
    ("password", "code"),
    [
        ("elevenchars", "password_too_short"),
        ("x" * 129, "password_too_long"),
        ("abababababab", "password_guessable"),
        ("petition.city2026", "password_guessable"),
        ("Huiying-admin-1", "password_guessable"),
    ],
)
def test_bad_passwords_are_refused(password: str, code: str) -> None:
    with pytest.raises(Refused) as refused:
        check_password(password, "petition.city")

    assert refused.value.code == code


@pytest.mark.parametrize("password", ["a quiet river town", "青山绿水之间有一座小城市啊", "kP3-vt9x-Qm2a"])
def test_long_passwords_need_no_special_characters(password: str) -> None:
    check_password(password, "petition.city")


def test_a_password_is_the_same_however_it_was_typed() -> None:
    assert normalised("e\u0301") == normalised("\u00e9")


def test_leaders_and_administrators_rest_a_shorter_time() -> None:
    assert idle_life([Role.HANDLER]) == timedelta(minutes=60)
    assert idle_life([Role.HANDLER, Role.PRINCIPAL_LEADER]) == timedelta(minutes=15)
    assert idle_life([Role.SYSTEM_ADMIN]) == timedelta(minutes=15)
