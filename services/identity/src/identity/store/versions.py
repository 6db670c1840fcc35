"""The version of each subject's rights; a token with an older one is refused everywhere within seconds."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import Any

import sqlalchemy as sa
from sqlalchemy.dialects.postgresql import insert

from shared.auth.revocation import NEVER, OVERLAP
from shared.auth.tables import permission_versions
from shared.db import Reader, Transaction

FIRST = 1
"""The version of who never had a change."""


async def version_of(reader: Reader, subject: str) -> int:
    """Return the current version of an officer's or client's rights."""
    found = await reader.scalar(
        sa.select(permission_versions.c.version).where(permission_versions.c.subject == subject)
    )
    return FIRST if found is None else int(found)


async def raise_versions(tx: Transaction, subjects: Iterable[str]) -> dict[str, int]:
    """Give each subject its next version and return them; who has left keeps the last one."""
    wanted = sorted(set(subjects))  # always in one order, so that two transactions cannot wait for each other
    if not wanted:
        return {}
    new = insert(permission_versions).values(
        [
            {"subject": subject, "version": FIRST + 1, "changed_at": sa.func.clock_timestamp()}
            for subject in wanted
        ]
    )
    rows = await tx.all(
        new.on_conflict_do_update(
            index_elements=["subject"],
            set_={"version": permission_versions.c.version + 1, "changed_at": sa.func.clock_timestamp()},
            where=permission_versions.c.version < NEVER,
        ).returning(permission_versions.c.subject, permission_versions.c.version)
    )
    return {row["subject"]: row["version"] for row in rows}


async def close_version(tx: Transaction, subject: str) -> int:
    """Give the subject the version no token can have."""
    new = insert(permission_versions).values(
        subject=subject, version=NEVER, changed_at=sa.func.clock_timestamp()
    )
    await tx.run(
        new.on_conflict_do_update(
            index_elements=["subject"], set_={"version": NEVER, "changed_at": sa.func.clock_timestamp()}
        )
    )
    return NEVER


async def changed_since(reader: Reader, after: datetime | None) -> list[Any]:
    """Return subjects whose version changed after an instant, with some overlap for late commits."""
    statement = sa.select(permission_versions).order_by(
        permission_versions.c.changed_at, permission_versions.c.subject
    )
    if after is not None:
        statement = statement.where(permission_versions.c.changed_at > after - OVERLAP)
    return await reader.all(statement)
