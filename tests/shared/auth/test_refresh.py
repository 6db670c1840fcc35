from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from itertools import count
from random import Random

import pytest

from shared.auth.refresh import (
    ABSOLUTE_LIFE,
    GRACE,
    IDLE_LIFE_SENSITIVE,
    Outcome,
    StoredRefresh,
    first_secret,
    judge,
    next_secret,
    stored_hash,
)

AT = datetime(2026, 3, 2, 1, tzinfo=UTC)
SECOND = timedelta(seconds=1)
KEY = b"k" * 32
STORED = StoredRefresh("family", "console", "window-1", AT, AT, idle_life=IDLE_LIFE_SENSITIVE)


def outcome(
    stored: StoredRefresh | None, at: datetime, *, client: str = "console", binding: str = "window-1"
) -> Outcome:
    return judge(stored, client_id=client, binding=binding, at=at).outcome


def test_a_fresh_token_is_rotated() -> None:
    assert outcome(STORED, AT + SECOND) is Outcome.ROTATE


def test_an_unknown_token_is_refused() -> None:
    assert outcome(None, AT) is Outcome.REFUSE


def test_an_idle_token_is_refused_after_a_quarter_of_an_hour() -> None:
    assert outcome(STORED, AT + timedelta(minutes=15) - SECOND) is Outcome.ROTATE
    assert outcome(STORED, AT + timedelta(minutes=15)) is Outcome.REFUSE


def test_a_family_ends_after_eight_hours_however_busy() -> None:
    busy = replace(STORED, issued_at=AT + ABSOLUTE_LIFE - SECOND)

    assert outcome(busy, AT + ABSOLUTE_LIFE - SECOND) is Outcome.ROTATE
    assert outcome(busy, AT + ABSOLUTE_LIFE) is Outcome.REFUSE


def test_a_lost_answer_may_be_asked_for_again_within_thirty_seconds() -> None:
    used = replace(STORED, used_at=AT)

    assert outcome(used, AT + GRACE) is Outcome.REPEAT
    assert outcome(used, AT + GRACE + SECOND) is Outcome.REVOKE_FAMILY


def test_a_token_whose_successor_is_in_use_ends_the_family() -> None:
    used = replace(STORED, used_at=AT, successor_used_at=AT + SECOND)

    assert outcome(used, AT + 2 * SECOND) is Outcome.REVOKE_FAMILY


@pytest.mark.parametrize(
    ("client", "binding"), [("other", "window-1"), ("console", "window-2"), ("console", "")]
)
@pytest.mark.parametrize("used_at", [None, AT])
def test_another_client_with_the_token_ends_the_family(
    client: str, binding: str, used_at: datetime | None
) -> None:
    stored = replace(STORED, used_at=used_at)

    assert outcome(stored, AT, client=client, binding=binding) is Outcome.REVOKE_FAMILY


def test_a_revoked_family_stays_revoked() -> None:
    revoked = replace(STORED, family_revoked_at=AT)

    assert outcome(revoked, AT) is Outcome.REFUSE
    assert outcome(revoked, AT, binding="window-2") is Outcome.REFUSE


def test_a_token_has_one_successor_and_only_the_key_tells_it() -> None:
    secret = first_secret()

    assert next_secret(KEY, secret) == next_secret(KEY, secret)
    assert next_secret(b"x" * 32, secret) != next_secret(KEY, secret)
    assert next_secret(KEY, first_secret()) != next_secret(KEY, secret)
    assert len(stored_hash(secret)) == 32


class Book:
    """An issuer's table of one family, following the decisions."""

    def __init__(self) -> None:
        self.first = first_secret()
        self.rows = {stored_hash(self.first): STORED}
        self.parents: dict[bytes, bytes] = {}
        self.is_revoked = False

    def present(self, secret: str, binding: str, at: datetime) -> str | None:
        """Return the successor if the issuer gives one."""
        own = stored_hash(secret)
        stored = self.rows.get(own)
        if stored and self.is_revoked:
            stored = replace(stored, family_revoked_at=at)
        decided = outcome(stored, at, binding=binding)
        if decided is Outcome.REVOKE_FAMILY:
            self.is_revoked = True
        if decided not in (Outcome.ROTATE, Outcome.REPEAT):
            return None
        successor = next_secret(KEY, secret)
        if decided is Outcome.ROTATE:
            self.rows[own] = replace(self.rows[own], used_at=at)
            if parent := self.parents.get(own):
                self.rows[parent] = replace(self.rows[parent], successor_used_at=at)
            self.rows[stored_hash(successor)] = replace(STORED, issued_at=at)
            self.parents[stored_hash(successor)] = own
        return successor


def test_no_thief_gets_a_token_in_five_hundred_races_with_the_owner() -> None:
    for seed in range(500):
        chance = Random(seed)  # noqa: S311 - a test's dice
        book = Book()
        owner = stolen = book.first
        at = AT
        for step in count():
            at += timedelta(seconds=chance.choice([0, 1, 5, 20, 40]))
            if chance.random() < 0.5:
                assert book.present(stolen, "thief", at) is None, f"seed {seed}, step {step}"
                assert book.is_revoked
                break
            successor = book.present(owner, "window-1", at)
            assert successor is not None
            stolen = chance.choice([stolen, owner, successor])
            if chance.random() < 0.7:  # else the answer is lost and the owner asks again at once
                owner = successor
            elif at - AT < timedelta(hours=1):
                assert book.present(owner, "window-1", at) == successor
                owner = successor
        assert book.present(owner, "window-1", at) is None
