"""The table of records of broken glass, one in every service's database."""

from __future__ import annotations

import sqlalchemy as sa

from shared.db.base import MECHANISMS, instant

break_glasses = sa.Table(
    "break_glasses",
    MECHANISMS,
    sa.Column("id", sa.Uuid, primary_key=True),
    sa.Column("number", sa.Text, unique=True),
    sa.Column("state", sa.Text, nullable=False),
    sa.Column("version", sa.BigInteger, nullable=False),
    sa.Column("holder_path", sa.Text, nullable=False, comment="the organ, whose leaders are told"),
    sa.Column("secrecy", sa.Text, nullable=False),
    instant("created_at"),
    sa.Column("object_type", sa.Text, nullable=False),
    sa.Column("object_id", sa.Uuid, nullable=False),
    sa.Column("officer_id", sa.Text, nullable=False),
    sa.Column("order_number", sa.Text, nullable=False),
    sa.Column("reason", sa.LargeBinary, nullable=False, comment="sealed"),
    instant("until"),
    sa.CheckConstraint("until > created_at", name="ends"),
    sa.Index("ix_break_glasses_object_id", "object_id"),
)
