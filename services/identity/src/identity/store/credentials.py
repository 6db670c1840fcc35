"""Passwords, second factors and counted failures."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.dialects.postgresql import insert

from identity.domain.login_guard import HALF_LIFE
from identity.store.tables.access import CredentialRow, LoginFailureRow, SpentProofRow
from identity.store.tables.officers import OfficerRow
from shared.db import Reader, Transaction
from shared.db.engine import Row

credentials: sa.Table = CredentialRow.__table__  # type: ignore[assignment]
failures: sa.Table = LoginFailureRow.__table__  # type: ignore[assignment]
spent: sa.Table = SpentProofRow.__table__  # type: ignore[assignment]
officers: sa.Table = OfficerRow.__table__  # type: ignore[assignment]


@dataclass(frozen=True, slots=True)
class Credentials:
    """What an officer logs in with; the secrets of the second factor are sealed."""

    officer_id: UUID
    password_hash: str | None
    must_change: bool
    epoch: int
    totp_secret: bytes | None
    totp_pending: bytes | None
    totp_last_step: int | None


def credentials_of(row: Row) -> Credentials:
    """Return a row as an object."""
    return Credentials(**{name: row[name] for name in Credentials.__slots__})


async def credentials_by_login(reader: Reader, login: str) -> Credentials | None:
    row = await reader.maybe(
        sa.select(*credentials.c)
        .join(officers, officers.c.id == credentials.c.officer_id)
        .where(officers.c.login == login)
    )
    return None if row is None else credentials_of(row)


async def lock_credentials(tx: Transaction, officer_id: UUID) -> Credentials | None:
    row = await tx.maybe(
        sa.select(*credentials.c).where(credentials.c.officer_id == officer_id).with_for_update()
    )
    return None if row is None else credentials_of(row)


async def maybe_credentials(reader: Reader, officer_id: UUID) -> Credentials | None:
    row = await reader.maybe(sa.select(*credentials.c).where(credentials.c.officer_id == officer_id))
    return None if row is None else credentials_of(row)


def add_credentials(
    tx: Transaction,
    officer_id: UUID,
    at: datetime,
    *,
    password_hash: str | None = None,
    must_change: bool = True,
) -> None:
    """Queue the credentials of a new officer; without a password nobody can log in with them."""
    tx.add(
        credentials,
        officer_id=officer_id,
        password_hash=password_hash,
        must_change=must_change,
        epoch=1,
        changed_at=at,
    )


async def save_credentials(tx: Transaction, officer_id: UUID, at: datetime, **changes: Any) -> None:
    """Change columns of an officer's credentials."""
    await tx.run(
        sa.update(credentials).where(credentials.c.officer_id == officer_id).values(changed_at=at, **changes)
    )


async def use_step(tx: Transaction, officer_id: UUID, step: int) -> bool:
    """Record that a code of this time step was used; False when this or a later one was used before."""
    later = sa.or_(credentials.c.totp_last_step.is_(None), credentials.c.totp_last_step < step)
    done = await tx.run(
        sa.update(credentials)
        .where(credentials.c.officer_id == officer_id, later)
        .values(totp_last_step=step)
    )
    return done == 1


async def count_failure(tx: Transaction, key: bytes, at: datetime) -> float:
    """Count one more, after forgetting what time has healed; return the sum without it.

    An attempt is counted before its password is looked at, so that many at once do not slip through.
    """
    passed = sa.func.greatest(
        sa.extract("epoch", sa.literal(at, sa.DateTime(timezone=True)) - failures.c.last_at), 0
    )
    left = failures.c.failures * sa.func.power(0.5, passed / HALF_LIFE.total_seconds())
    new = insert(failures).values(key=key, failures=1.0, last_at=at)
    counted = await tx.scalar(
        new.on_conflict_do_update(
            index_elements=["key"], set_={"failures": left + 1, "last_at": at}
        ).returning(failures.c.failures)
    )
    return float(counted) - 1


async def uncount_failure(tx: Transaction, key: bytes) -> None:
    """Take back an attempt that turned out to be right."""
    await tx.run(
        sa.update(failures)
        .where(failures.c.key == key)
        .values(failures=sa.func.greatest(failures.c.failures - 1, 0))
    )


async def forget_failures(tx: Transaction, key: bytes) -> None:
    """Begin anew: the device has just proved that its owner knows the password."""
    await tx.run(sa.delete(failures).where(failures.c.key == key))


async def spend_proof(tx: Transaction, digest: bytes, expires_at: datetime) -> bool:
    """Record that a proof of work was used; False when it was used before."""
    new = insert(spent).values(digest=digest, expires_at=expires_at)
    return await tx.run(new.on_conflict_do_nothing()) == 1
