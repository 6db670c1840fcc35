"""Tables of the idempotency keys: what is claimed and what was answered. Rows expire, never change."""

from __future__ import annotations

import sqlalchemy as sa

from shared.db.base import MECHANISMS, instant

idempotency_keys = sa.Table(
    "idempotency_keys",
    MECHANISMS,
    sa.Column("scope_hash", sa.LargeBinary, primary_key=True),
    instant("expires_at", index=True),
)
"""Claimed keys; a row is written first in a transaction, so that a twin waits for it."""

idempotency_answers = sa.Table(
    "idempotency_answers",
    MECHANISMS,
    sa.Column("scope_hash", sa.LargeBinary, primary_key=True),
    sa.Column("request_hash", sa.LargeBinary, nullable=False),
    sa.Column("sealed", sa.LargeBinary, nullable=False),
    instant("expires_at", index=True),
)
"""Kept answers, sealed under the caller's own key."""
