"""One counter for each organ, kind and year, and the numbers that were made void."""

from __future__ import annotations

import sqlalchemy as sa

from shared.db.base import MECHANISMS, instant

number_counters = sa.Table(
    "number_counters",
    MECHANISMS,
    sa.Column("org", sa.Text, primary_key=True),
    sa.Column("kind", sa.Text, primary_key=True),
    sa.Column("year", sa.SmallInteger, primary_key=True, autoincrement=False),
    sa.Column("last", sa.Integer, nullable=False),
    sa.CheckConstraint("last > 0", name="last"),
)

void_numbers = sa.Table(
    "void_numbers",
    MECHANISMS,
    sa.Column("org", sa.Text, primary_key=True),
    sa.Column("kind", sa.Text, primary_key=True),
    sa.Column("year", sa.SmallInteger, primary_key=True, autoincrement=False),
    sa.Column("seq", sa.Integer, primary_key=True, autoincrement=False),
    sa.Column("ground", sa.Text, nullable=False),
    sa.Column("voided_by", sa.Text, nullable=False),
    instant("voided_at"),
)
"""A void number is never given again and stays in every list of numbers. `ground` is a code."""
