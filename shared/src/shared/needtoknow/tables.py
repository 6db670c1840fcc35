"""The table of need-to-know rows, one in every service's database."""

from __future__ import annotations

import sqlalchemy as sa

from shared.db.base import MECHANISMS, instant

need_to_know = sa.Table(
    "need_to_know",
    MECHANISMS,
    sa.Column("id", sa.Uuid, primary_key=True),
    sa.Column("object_id", sa.Uuid, nullable=False),
    sa.Column("grantee", sa.Text, nullable=False, comment="an organisation's path, or an officer's id"),
    sa.Column("capacity", sa.Text, nullable=False, comment="what the grantee is to the object"),
    instant("since"),
    instant("until", nullable=True),
    sa.Column("granted_by", sa.Text, nullable=False),
    sa.Column("ended_by", sa.Text),
    sa.CheckConstraint("capacity <> 'holder'", name="holder_is_a_column"),
    sa.CheckConstraint("grantee <> ''", name="grantee_named"),
    sa.Index("ix_need_to_know_object_id", "object_id"),
    sa.Index(
        "ix_need_to_know_grantee", "grantee", "object_id", postgresql_ops={"grantee": "text_pattern_ops"}
    ),
)
"""Rows are ended, never deleted: who could know what, and when, stays answerable."""
