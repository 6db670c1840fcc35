"""Every move an object made: who, from, to, when. Rows are only ever added."""

from __future__ import annotations

import sqlalchemy as sa

from shared.db.base import MECHANISMS, instant

history = sa.Table(
    "history",
    MECHANISMS,
    sa.Column("id", sa.Uuid, primary_key=True),
    sa.Column("object_id", sa.Uuid, nullable=False),
    sa.Column("object_type", sa.Text, nullable=False),
    sa.Column("version", sa.BigInteger, nullable=False),
    sa.Column("rule", sa.Text, nullable=False),
    sa.Column("action", sa.Text, nullable=False),
    sa.Column("from_state", sa.Text),
    sa.Column("to_state", sa.Text, nullable=False),
    sa.Column("by_kind", sa.Text, nullable=False),
    sa.Column("by_id", sa.Text, nullable=False),
    sa.Column("by_organisation", sa.Text, nullable=False),
    sa.Column("sign_off_id", sa.Uuid),
    sa.Column("opinion", sa.LargeBinary),
    instant("at"),
    sa.UniqueConstraint("object_id", "version"),
)
"""`opinion` is sealed: officers quote people in it."""
