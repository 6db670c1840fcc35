"""The copy of the organisations in a service's own database."""

from __future__ import annotations

import sqlalchemy as sa

from shared.db.base import MECHANISMS

directory = sa.Table(
    "directory",
    MECHANISMS,
    sa.Column("code", sa.Text, primary_key=True),
    sa.Column("path", sa.Text, nullable=False, unique=True),
    sa.Column("kind", sa.Text, nullable=False),
    sa.Column("is_open", sa.Boolean, nullable=False),
)
