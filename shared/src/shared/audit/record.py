"""Write one entry of the audit log, in the business transaction and never beside it."""

from __future__ import annotations

import hashlib
from datetime import datetime
from typing import Any
from uuid import UUID

from shared.audit.tables import audit_entries
from shared.auth.actor import Actor
from shared.db import Transaction
from shared.ids import uuid4


def audit(
    tx: Transaction,
    actor: Actor,
    at: datetime,
    *,
    action: str,
    object_type: str | None = None,
    object_id: UUID | str | None = None,
    field_group: str | None = None,
    purpose: str | None = None,
    order_number: str | None = None,
    rule: str | None = None,
    outcome: str = "done",
    row_hash: bytes | None = None,
    request_id: str | None = None,
    details: dict[str, Any] | None = None,
) -> UUID:
    """Queue an entry and return its id, which is random: it must not tell when a reporter wrote.

    `details` holds codes, ids and figures, never content.
    """
    identity = uuid4()
    tx.add(
        audit_entries,
        id=identity,
        at=at,
        actor_kind=actor.kind,
        actor_id=actor.id,
        acting=actor.acting,
        session=session_hash(actor.token_id),
        organisation=actor.organisation or None,
        action=action,
        object_type=object_type,
        object_id=None if object_id is None else str(object_id),
        field_group=field_group,
        purpose=purpose,
        order_number=order_number,
        rule=rule,
        outcome=outcome,
        row_hash=row_hash,
        request_id=request_id,
        details=details or {},
    )
    return identity


def session_hash(token_id: str) -> str | None:
    """Return what tells entries of one session from those of another without naming its token."""
    return hashlib.sha256(token_id.encode()).hexdigest()[:32] if token_id else None
