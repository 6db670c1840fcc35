"""Statements about jobs. Whoever changes one that runs names the lease: an older worker changes nothing."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

import msgspec
import sqlalchemy as sa

from shared.attachments.objects import ObjectStore
from shared.auth.actor import Actor
from shared.db import Database, Reader, Scope, Transaction
from shared.db.engine import Row
from shared.ids import uuid4
from shared.jobs.tables import jobs
from shared.process.desk import Call, Desk
from shared.sealing.seals import Seals

LEASE = timedelta(seconds=30)
KEPT_FOR = timedelta(days=7)
"""How long a finished job with its result can still be fetched."""

_TABLE, _PAYLOAD = "jobs", "payload"
_AT = sa.bindparam("now", type_=sa.DateTime(timezone=True))
_LEASED_BY = jobs.c.lease == sa.bindparam("mine", type_=sa.Uuid)
_ONE = jobs.c.id == sa.bindparam("job", type_=sa.Uuid)
_RUNS = jobs.c.state.in_(("running", "cancelling"))


def enqueue(
    tx: Transaction,
    desk: Desk,
    call: Call,
    kind: str,
    *,
    args: Mapping[str, Any] | None = None,
    payload: bytes | None = None,
    total: int | None = None,
    run_at: datetime | None = None,
) -> UUID:
    """Queue a job with the transaction's other rows: it exists if and only if they do. Returns its id.

    It will run with the caller's rights. `args` hold ids, codes and figures, never content; content is `payload`.
    """
    job = uuid4()
    tx.add(
        jobs, id=job, kind=kind, owner=call.actor.id, actor=msgspec.to_builtins(call.actor), language=call.language,
        request_id=call.request_id, args=dict(args or {}), state="waiting", due_at=run_at or call.at, attempts=0,
        payload=None if payload is None else desk.seals.seal(payload, _TABLE, job, _PAYLOAD),
        position=0, done=0, total=total, created_at=call.at,
    )  # fmt: skip
    return job


def _claim() -> sa.Executable:
    """Take the job that is due longest; of several workers each gets another one, or none."""
    c = jobs.c
    due = (
        sa.select(c.id)
        .where(c.due_at <= _AT)
        .order_by(c.due_at)
        .limit(1)
        .with_for_update(skip_locked=True)
        .cte("due")
        .prefix_with("MATERIALIZED")
    )
    # as an array, the taken ids are looked up by the key, however the empty queue was once analysed
    taken = sa.func.any(sa.func.array(sa.select(due.c.id).scalar_subquery()))
    return (
        sa.update(jobs)
        .where(c.id == taken)
        .values(
            state=sa.case((c.state == "waiting", "running"), else_=c.state),
            attempts=c.attempts + 1,
            lease=sa.bindparam("mine", type_=sa.Uuid),
            due_at=sa.bindparam("until", type_=sa.DateTime(timezone=True)),
        )
        .returning(*c)
    )


_CLAIM = _claim()


async def claim(tx: Transaction, at: datetime) -> Row | None:
    """Take the next due job under a fresh lease, be it new or left by a worker that died."""
    return await tx.maybe(_CLAIM, now=at, mine=uuid4(), until=at + LEASE)


async def beat(
    tx: Transaction, job: UUID, lease: UUID, at: datetime, done: int, total: int | None
) -> str | None:
    """Show how far a job is and prolong the lease; return its state, or None when the lease is another's."""
    state: str | None = await tx.scalar(
        sa.update(jobs)
        .where(_ONE, _LEASED_BY, _RUNS)
        .values(due_at=at + LEASE, done=done, total=total)
        .returning(jobs.c.state),
        job=job, mine=lease,
    )  # fmt: skip
    return state


async def save(tx: Transaction, job: UUID, lease: UUID, values: Mapping[str, Any]) -> bool:
    """Change a running job with the effect of this transaction; False when the lease is another's by now."""
    changed = sa.update(jobs).where(_ONE, _LEASED_BY, _RUNS).values(**values)
    return bool(await tx.run(changed, job=job, mine=lease))


def finished(state: str, at: datetime, **values: Any) -> dict[str, Any]:
    """Return what a job changes to at its end; what it was made from goes."""
    return {
        "state": state, "due_at": None, "lease": None, "payload": None, "finished_at": at,
        "expires_at": at + KEPT_FOR, **values,
    }  # fmt: skip


async def cancel(tx: Transaction, job: UUID, at: datetime) -> Row | None:
    """End a job that waits, ask one that runs to stop; None when it is over."""
    waiting = jobs.c.state == "waiting"
    ended = finished("cancelled", at)
    kept = {
        name: sa.case((waiting, sa.literal(value, jobs.c[name].type)), else_=jobs.c[name])
        for name, value in ended.items()
    }
    kept["state"] = sa.case((waiting, "cancelled"), else_="cancelling")
    return await tx.maybe(
        sa.update(jobs).where(_ONE, sa.or_(waiting, _RUNS)).values(**kept).returning(*jobs.c), job=job
    )


async def find(reader: Reader, job: UUID, owner: str) -> Row | None:
    """Return a job of this owner."""
    return await reader.maybe(sa.select(jobs).where(_ONE, jobs.c.owner == owner), job=job)


async def forget_expired(db: Database, objects: ObjectStore, at: datetime) -> int:
    """Delete finished jobs that nobody may ask for any more, with their files; return how many.

    With a row its wrapped key is gone: should the process die before the object is deleted, noise remains.
    """
    async with db.transaction(Scope("worker")) as tx:
        rows = await tx.all(sa.delete(jobs).where(jobs.c.expires_at <= at).returning(jobs.c.stored_key))
    for row in rows:
        if row["stored_key"] is not None:
            await objects.delete(row["stored_key"])
    return len(rows)


def actor_of(row: Mapping[str, Any]) -> Actor:
    """Return for whom the job runs."""
    return msgspec.convert(row["actor"], Actor)


def payload_of(seals: Seals, row: Mapping[str, Any]) -> bytes:
    """Open what the job was given; nothing when there was nothing."""
    return seals.open(row["payload"], _TABLE, row["id"], _PAYLOAD) if row["payload"] else b""
