"""Say to everybody that somebody's rights have changed."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from uuid import UUID

from identity.store.versions import close_version, raise_versions
from shared.db import Transaction
from shared.feed.emit import emit
from shared.process.desk import Desk


async def rights_changed(tx: Transaction, desk: Desk, subjects: Iterable[UUID | str], at: datetime) -> None:
    """Raise the permission version of officers or clients: older tokens die within seconds."""
    raised = await raise_versions(tx, [str(subject) for subject in subjects])
    for subject, version in sorted(raised.items()):
        emit(tx, desk.service, "grant.changed", subject, {"permission_version": version}, at)


async def rights_gone(tx: Transaction, desk: Desk, subject: UUID, at: datetime) -> None:
    """Close the version of an officer who left: no token of his will be taken again."""
    version = await close_version(tx, str(subject))
    emit(tx, desk.service, "grant.changed", subject, {"permission_version": version}, at)
