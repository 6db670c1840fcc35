"""Clocks and what happened to them. A clock is one insert; segments are written when it is interrupted."""

from __future__ import annotations

import sqlalchemy as sa

from shared.clocks.deadline_clock import OPEN, TICKING, ClockState
from shared.clocks.rules import Unit
from shared.db.base import MECHANISMS, instant


def one_of(words: object) -> str:
    """Return words as the list of an SQL condition."""
    return ", ".join(f"'{word}'" for word in words)  # type: ignore[attr-defined]


clocks = sa.Table(
    "clocks",
    MECHANISMS,
    sa.Column("id", sa.Uuid, primary_key=True),
    sa.Column("object_type", sa.Text, nullable=False),
    sa.Column("object_id", sa.Uuid, nullable=False),
    sa.Column("rule", sa.Text, nullable=False),
    sa.Column("trigger_on", sa.Date, nullable=False),
    instant("started_at"),
    sa.Column("amount", sa.Integer, nullable=False),
    sa.Column("unit", sa.Text, nullable=False),
    sa.Column("due_on", sa.Date, nullable=False),
    instant("soon_at"),
    instant("ends_at"),
    sa.Column("state", sa.Text, nullable=False),
    sa.Column("provisional", sa.Boolean, nullable=False),
    sa.Column("calendar_version", sa.Text, nullable=False),
    sa.Column("fixed", sa.Boolean, nullable=False),
    sa.Column("is_window", sa.Boolean, nullable=False),
    sa.Column("extensions", sa.SmallInteger, nullable=False),
    sa.Column("held_by", sa.Text, nullable=False),
    instant("held_since"),
    sa.Column("closed_on", sa.Date),
    instant("soon_told_at", nullable=True),
    instant("overdue_told_at", nullable=True),
    sa.CheckConstraint(f"state IN ({one_of(ClockState)})", name="state"),
    sa.CheckConstraint(f"unit IN ({one_of(Unit)})", name="unit"),
    sa.CheckConstraint(f"(closed_on IS NULL) = (state IN ({one_of(OPEN)}))", name="closed"),
    sa.Index("ix_clocks_object", "object_id"),
    sa.Index(
        "uq_clocks_open_rule", "object_id", "rule", unique=True,
        postgresql_where=sa.text(f"state IN ({one_of(OPEN)})"),
    ),
    sa.Index("ix_clocks_soon", "soon_at", postgresql_where=sa.text("state IN ('running', 'extended')")),
    sa.Index("ix_clocks_ends", "ends_at", postgresql_where=sa.text(f"state IN ({one_of(TICKING)})")),
    sa.Index("ix_clocks_provisional", "id", postgresql_where=sa.text("provisional AND closed_on IS NULL")),
)  # fmt: skip
"""`soon_told_at` and `overdue_told_at`: when the event went out, in the transaction of the change."""

clock_segments = sa.Table(
    "clock_segments",
    MECHANISMS,
    sa.Column("id", sa.Uuid, primary_key=True, server_default=sa.text("gen_random_uuid()")),
    sa.Column("clock_id", sa.Uuid, sa.ForeignKey("clocks.id"), nullable=False, index=True),
    sa.Column("kind", sa.Text, nullable=False),
    instant("from_at"),
    instant("to_at", nullable=True),
    sa.Column("holder", sa.Text),
    sa.Column("amount", sa.Integer),
    sa.Column("approver", sa.Text),
    sa.Column("ground", sa.Text),
    sa.Column("sign_off_id", sa.Uuid),
    sa.CheckConstraint("kind IN ('held', 'paused', 'extended')", name="kind"),
    sa.CheckConstraint("to_at >= from_at", name="order"),
    sa.Index(
        "uq_clock_segments_one_pause", "clock_id", unique=True,
        postgresql_where=sa.text("kind = 'paused' AND to_at IS NULL"),
    ),
)  # fmt: skip
"""`held`: a holder that has given the matter on; the present holder stands in the clock. `ground` is a code:
words about people stand in the sign-off, sealed."""
