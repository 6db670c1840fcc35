"""Sign-offs change state; signatures are only ever added."""

from __future__ import annotations

import sqlalchemy as sa
from sqlalchemy.dialects.postgresql import ARRAY, JSONB

from shared.db.base import MECHANISMS, instant

sign_offs = sa.Table(
    "sign_offs",
    MECHANISMS,
    sa.Column("id", sa.Uuid, primary_key=True),
    sa.Column("object_id", sa.Uuid, nullable=False),
    sa.Column("object_type", sa.Text, nullable=False),
    sa.Column("object_version", sa.BigInteger, nullable=False),
    sa.Column("action", sa.Text, nullable=False),
    sa.Column("rule", sa.Text, nullable=False),
    sa.Column("proposed_by", sa.Text, nullable=False),
    sa.Column("proposer_path", sa.Text, nullable=False),
    sa.Column("levels", ARRAY(sa.Text), nullable=False),
    sa.Column("next_level", sa.Text),
    sa.Column("document", sa.LargeBinary, nullable=False),
    sa.Column("document_sha256", sa.LargeBinary, nullable=False),
    sa.Column("state", sa.Text, nullable=False),
    sa.Column("version", sa.BigInteger, nullable=False),
    instant("proposed_at"),
    instant("closed_at", nullable=True),
    sa.CheckConstraint("state IN ('waiting', 'approved', 'rejected', 'returned', 'withdrawn')", name="state"),
    sa.Index("ix_sign_offs_object", "object_id", "proposed_at"),
    sa.Index(
        "ix_sign_offs_waiting", "next_level", "proposer_path", postgresql_where=sa.text("state = 'waiting'")
    ),
    sa.Index(
        "uq_sign_offs_one_waiting", "object_id", unique=True, postgresql_where=sa.text("state = 'waiting'")
    ),
)
"""`document` is the sealed command that is carried out when the last level has signed."""

signatures = sa.Table(
    "signatures",
    MECHANISMS,
    sa.Column("id", sa.Uuid, primary_key=True),
    sa.Column("sign_off_id", sa.Uuid, sa.ForeignKey("sign_offs.id"), nullable=False, index=True),
    sa.Column("position", sa.SmallInteger, nullable=False),
    sa.Column("level", sa.Text, nullable=False),
    sa.Column("approver", sa.Text, nullable=False),
    sa.Column("approver_path", sa.Text, nullable=False),
    sa.Column("delegation", sa.Text),
    sa.Column("document_sha256", sa.LargeBinary, nullable=False),
    sa.Column("decision", sa.Text, nullable=False),
    sa.Column("opinion", sa.LargeBinary),
    sa.Column("order_number", sa.Text),
    sa.Column("meeting", JSONB),
    instant("at"),
    sa.CheckConstraint("decision IN ('approve', 'reject', 'return')", name="decision"),
)
