"""What a service tells others: events, written in the business transaction, numbered after commit."""

from __future__ import annotations

import sqlalchemy as sa
from sqlalchemy.dialects.postgresql import JSONB

from shared.audit.numbering import UNNUMBERED
from shared.db.base import MECHANISMS, instant

NUMBERED = "events numbered"
"""What the bell rings for when events can be read."""

events = sa.Table(
    "events",
    MECHANISMS,
    sa.Column("id", sa.Uuid, primary_key=True),
    sa.Column("inserted", sa.BigInteger, sa.Identity(always=True), nullable=False),
    sa.Column("seq", sa.BigInteger, unique=True),
    sa.Column("type", sa.Text, nullable=False),
    sa.Column("subject", sa.Text, nullable=False),
    instant("at"),
    sa.Column("data", JSONB, nullable=False),
    sa.Index("ix_events_unnumbered", "inserted", postgresql_where=sa.text("seq IS NULL")),
    info={"rings": UNNUMBERED},
)
"""`seq` is given by the sealer in commit order; `inserted` only orders rows of one transaction."""

feed_cursors = sa.Table(
    "feed_cursors",
    MECHANISMS,
    sa.Column("source", sa.Text, primary_key=True),
    sa.Column("after", sa.BigInteger, nullable=False),
    instant("updated_at"),
)
"""How far this service has applied another service's events."""
