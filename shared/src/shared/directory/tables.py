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
    sa.Column("name", sa.Text, nullable=False, server_default=""),
    sa.Column("name_en", sa.Text, nullable=False, server_default=""),
    sa.Column("place_name", sa.Text, nullable=False, server_default=""),
    sa.Column("place_name_en", sa.Text, nullable=False, server_default=""),
)
