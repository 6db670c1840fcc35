"""The table of recusals, one in every service's database."""

from __future__ import annotations

import sqlalchemy as sa

from shared.db.base import MECHANISMS, instant

recusals = sa.Table(
    "recusals",
    MECHANISMS,
    sa.Column("id", sa.Uuid, primary_key=True),
    sa.Column("object_id", sa.Uuid, nullable=False),
    sa.Column("officer_id", sa.Text, nullable=False),
    sa.Column("ground", sa.Text, nullable=False),
    sa.Column("decided_by", sa.Text, nullable=False),
    instant("at"),
    instant("until", nullable=True),
    sa.Index("ix_recusals_object_id", "object_id", "officer_id"),
    sa.Index("ix_recusals_officer_id", "officer_id", "object_id"),
)
"""A recusal holds from `at` until `until`; a decision against it ends the row and leaves it standing."""
