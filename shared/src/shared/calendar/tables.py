"""Every edition of every year stays, so that an old due date can still be explained."""

from __future__ import annotations

import sqlalchemy as sa

from shared.db.base import MECHANISMS, instant

calendar_years = sa.Table(
    "calendar_years",
    MECHANISMS,
    sa.Column("year", sa.SmallInteger, primary_key=True, autoincrement=False),
    sa.Column("edition", sa.SmallInteger, primary_key=True, autoincrement=False),
    sa.Column("source", sa.Text, nullable=False),
    sa.Column("digest", sa.Text, nullable=False),
    instant("imported_at"),
)
"""A year imported again with other facts gets the next edition; the highest edition counts."""

calendar_days = sa.Table(
    "calendar_days",
    MECHANISMS,
    sa.Column("day", sa.Date, primary_key=True),
    sa.Column("edition", sa.SmallInteger, primary_key=True, autoincrement=False),
    sa.Column("year", sa.SmallInteger, nullable=False),
    sa.Column("kind", sa.Text, nullable=False),
    sa.Column("name", sa.Text, nullable=False),
    sa.CheckConstraint("kind IN ('workday', 'holiday', 'makeup_workday', 'weekend')", name="kind"),
    sa.CheckConstraint("year = extract(year from day)", name="year"),
    sa.ForeignKeyConstraint(["year", "edition"], ["calendar_years.year", "calendar_years.edition"]),
)
