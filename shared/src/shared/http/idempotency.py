"""One operation, however often it is asked for: keys and answers are kept in the business transaction.

A key belongs to a caller and a route. Neither the key nor what was sent is stored: the row is found by a
digest keyed with the client's key, the request is a digest keyed with it too, and the answer is sealed under
it. Failures leave nothing, so they are done again instead of replayed.

The usual way, for moves of an object:

    async with db.transaction(scope) as tx:
        if replay := await claim(tx, key, at):      # the first statement; waits for a twin that is under way
            return replay
        ...
        keep(tx, key, answer, at)                   # queued, goes out with the commit

The quick way, for a transaction that only adds rows and is one round trip: nothing is asked beforehand, and
the unique key decides at the commit.

    try:
        async with db.transaction() as tx:
            tx.add(...)
            claim_with_commit(tx, key, answer, at)
    except Clash as clash:
        return await replay_after(clash, db, key)   # what the twin got; none of our rows was written
"""

from __future__ import annotations

import hmac
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Protocol

import asyncpg
import msgspec
import sqlalchemy as sa
from sqlalchemy.dialects import postgresql

from shared.clock import to_the_hour
from shared.db import Database, Transaction
from shared.http.answers import Answer, to_json
from shared.http.idempotency_key import SHORTEST_ANONYMOUS
from shared.http.problems import FieldError, Problem, invalid_input
from shared.http.tables import idempotency_answers, idempotency_keys
from shared.sealing.answers import open_answer, seal_answer

KEPT_FOR = timedelta(days=7)
KEPT_FOR_ANONYMOUS = timedelta(hours=48)
RETRY_AFTER_S = 2

Clash = (asyncpg.UniqueViolationError, asyncpg.LockNotAvailableError)
"""What a commit raises when a twin was quicker; hand it to `replay_after`, which raises anything else."""

_ANSWERED = idempotency_answers.primary_key.name
_CLAIM = postgresql.insert(idempotency_keys).on_conflict_do_nothing()


class Caller(Protocol):
    """What is asked of the actor."""

    @property
    def kind(self) -> str: ...  # noqa: D102
    @property
    def id(self) -> str: ...  # noqa: D102


class Asked(Protocol):
    """What is asked of a request. `route` is the method with the actual path, so that ids in it count."""

    @property
    def actor(self) -> Caller: ...  # noqa: D102
    @property
    def route(self) -> str: ...  # noqa: D102
    @property
    def idempotency_key(self) -> str | None: ...  # noqa: D102


@dataclass(frozen=True, slots=True, repr=False)
class Key:
    """A client's key with its scope, ready to be claimed. Never log it: `secret` opens the stored answer."""

    secret: str
    scope: str
    scope_hash: bytes
    request_hash: bytes
    anonymous: bool

    def expires_at(self, at: datetime) -> datetime:
        """Say until when an answer is kept; for anonymous callers counted from the hour."""
        return to_the_hour(at) + KEPT_FOR_ANONYMOUS if self.anonymous else at + KEPT_FOR


def key_of(call: Asked, request: Any) -> Key | None:
    """Return the key of a call; None for what the system does by itself.

    `request` is what was asked for: the body's model or bytes, or for an upload the digest of its content.
    Raises: Problem `idempotency_key_required`, `invalid_input` for an anonymous key that could be guessed.
    """
    caller, secret = call.actor, call.idempotency_key
    if secret is None:
        if caller.kind == "system":
            return None
        raise Problem("idempotency_key_required")
    anonymous = caller.kind == "public"
    if anonymous and len(secret) < SHORTEST_ANONYMOUS:
        limits = {"min": SHORTEST_ANONYMOUS, "max": 128}
        raise invalid_input(FieldError("/Idempotency-Key", "header", "idempotency_key_invalid", limits))
    scope = f"{caller.kind}:{caller.id} {call.route}"
    return Key(
        secret=secret,
        scope=scope,
        scope_hash=_digest(secret, b"scope", scope.encode()),
        request_hash=_digest(secret, b"request", to_json(request)),
        anonymous=anonymous,
    )


async def claim(tx: Transaction, key: Key | None, at: datetime) -> Answer | None:
    """Claim a key, or return the answer it was given before. Must be the transaction's first statement.

    A twin under way is waited for as long as the connection's lock time-out allows (two seconds).
    Raises: Problem `idempotency_in_flight`, `idempotency_key_reused`.
    """
    if key is None:
        return None
    values = {"scope_hash": key.scope_hash, "expires_at": key.expires_at(at)}
    try:
        claimed = await tx.run(_CLAIM.values(values))
    except asyncpg.LockNotAvailableError:
        raise _in_flight() from None
    return None if claimed else await _replay(tx, key)


def keep(tx: Transaction, key: Key | None, answer: Answer, at: datetime) -> None:
    """Queue the answer of a claimed key; it is stored if and only if the transaction commits."""
    if key is None:
        return
    tx.add(
        idempotency_answers,
        scope_hash=key.scope_hash,
        request_hash=key.request_hash,
        sealed=seal_answer(key.secret, _packed(answer), scope=key.scope),
        expires_at=key.expires_at(at),
    )


def claim_with_commit(tx: Transaction, key: Key, answer: Answer, at: datetime) -> None:
    """Queue claim and answer as one row. A twin makes the commit raise `Clash`; see the module's example.

    A route uses either this or `claim`, never both: they do not see each other's rows.
    """
    keep(tx, key, answer, at)


async def replay_after(clash: BaseException, db: Database, key: Key) -> Answer:
    """Return what the quicker twin was answered.

    Raises: Problem `idempotency_in_flight`, `idempotency_key_reused`; the clash when it is about another row.
    """
    if isinstance(clash, asyncpg.LockNotAvailableError):
        raise _in_flight() from None
    if getattr(clash, "constraint_name", None) != _ANSWERED:
        raise clash
    async with db.transaction() as tx:
        return await _replay(tx, key)


async def forget_expired(tx: Transaction, at: datetime) -> int:
    """Delete what is kept no longer; return how many answers went."""
    await tx.run(sa.delete(idempotency_keys).where(idempotency_keys.c.expires_at <= at))
    return await tx.run(sa.delete(idempotency_answers).where(idempotency_answers.c.expires_at <= at))


async def _replay(tx: Transaction, key: Key) -> Answer:
    """Return the answer a key was given, once it is as safe as its first telling was or should have been."""
    table = idempotency_answers
    row = await tx.maybe(
        sa.select(table.c.request_hash, table.c.sealed).where(table.c.scope_hash == key.scope_hash)
    )
    if row is None:
        raise _in_flight()
    if not hmac.compare_digest(row["request_hash"], key.request_hash):
        raise Problem("idempotency_key_reused")
    await tx.be_as_safe_as_written()
    return _unpacked(open_answer(key.secret, row["sealed"], scope=key.scope))


def _in_flight() -> Problem:
    return Problem("idempotency_in_flight", headers={"Retry-After": str(RETRY_AFTER_S)})


def _digest(secret: str, label: bytes, content: bytes) -> bytes:
    return hmac.digest(secret.encode(), label + b"\0" + content, "sha256")


def _packed(answer: Answer) -> bytes:
    return msgspec.msgpack.encode((answer.status, answer.headers, answer.content))


def _unpacked(packed: bytes) -> Answer:
    status, headers, content = msgspec.msgpack.decode(packed, type=tuple[int, dict[str, str], bytes])
    return Answer(status, content, headers=headers, replayed=True)
