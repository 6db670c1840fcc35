"""Filters that officers keep, each for themselves."""

from __future__ import annotations

import sqlalchemy as sa
from sqlalchemy.dialects.postgresql import JSONB

from shared.db.base import MECHANISMS, instant

saved_filters = sa.Table(
    "saved_filters",
    MECHANISMS,
    sa.Column("id", sa.Uuid, primary_key=True),
    sa.Column("owner", sa.Text, nullable=False),
    sa.Column("collection", sa.Text, nullable=False),
    sa.Column("name", sa.Text, nullable=False),
    sa.Column("filter", JSONB, nullable=False),
    instant("created_at"),
    sa.UniqueConstraint("owner", "collection", "name"),
)
"""`filter` holds parameters of the list's URL, never what `_search` is asked: names have no place here."""
