"""The tables behind revocation, one set in every service's database."""

from __future__ import annotations

import sqlalchemy as sa

from shared.db.base import MECHANISMS, instant

permission_versions = sa.Table(
    "permission_versions",
    MECHANISMS,
    sa.Column("subject", sa.Text, primary_key=True),
    sa.Column("version", sa.Integer, nullable=False),
    instant("changed_at"),
    sa.Index("ix_permission_versions_changed_at", "changed_at"),
)
"""The newest known version of each subject's rights; `changed_at` is the database's time."""

permission_feed = sa.Table(
    "permission_feed",
    MECHANISMS,
    sa.Column("source", sa.Text, primary_key=True),
    instant("heard_at"),
)
"""When each issuer's feed last answered."""
