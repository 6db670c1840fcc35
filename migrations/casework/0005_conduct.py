"""The interference register, requests for recusal, reconciliations of the ledger and meetings on clues.

Why: who meddles is on record for good, who must keep away is decided, and the ledger is looked at as a whole.
"""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

from shared.auth.rls import child_policy_sql, further_parent_sql, policy_sql

from migrations.rights import append_only, read_write

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None

OBJECTS = ("interferences", "recusal_requests", "clue_reconciliations", "clue_meetings")
CHILDREN = {
    "clue_reconciliation_items": ("clue_reconciliations", "reconciliation_id"),
    "clue_meeting_clues": ("clue_meetings", "meeting_id"),
}


def upgrade() -> None:
    """Create the tables, say who may do what with each, and raise the second wall."""
    _conduct()
    _stock()
    read_write(*OBJECTS, "clue_reconciliation_items")
    append_only("clue_meeting_clues")
    statements = [one for table in OBJECTS for one in policy_sql(table)]
    for table, (parent, column) in CHILDREN.items():
        statements += child_policy_sql(table, parent, column)
    for parent in OBJECTS:
        statements += further_parent_sql("papers", parent, "object_id")
    for statement in statements:
        op.execute(statement)


def _common() -> list[sa.Column[object]]:
    return [
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("number", sa.Text(), nullable=True),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("version", sa.BigInteger(), nullable=False),
        sa.Column("holder_path", sa.Text(), nullable=False),
        sa.Column("secrecy", sa.Text(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
    ]


def _keys(table: str) -> list[sa.Constraint]:
    return [
        sa.PrimaryKeyConstraint("id", name=op.f(f"pk_{table}")),
        sa.UniqueConstraint("number", name=op.f(f"uq_{table}_number")),
    ]


def _conduct() -> None:
    op.create_table(
        "interferences",
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("channel", sa.Text(), nullable=False),
        sa.Column("occurred_on", sa.Date(), nullable=False),
        sa.Column("known_on", sa.Date(), nullable=False),
        sa.Column("is_late", sa.Boolean(), nullable=False),
        sa.Column("matter_type", sa.Text(), nullable=False),
        sa.Column("matter_id", sa.Uuid(), nullable=False),
        sa.Column("outcome", sa.Text(), nullable=True),
        sa.Column("clue_id", sa.Uuid(), nullable=True),
        *_common(),
        *_keys("interferences"),
    )
    op.create_index("ix_interferences_matter_id", "interferences", ["matter_id"], unique=False)
    op.create_table(
        "recusal_requests",
        sa.Column("clue_id", sa.Uuid(), nullable=False),
        sa.Column("requested_by", sa.Text(), nullable=False),
        sa.Column("ground", sa.Text(), nullable=False),
        sa.Column("officer_id", sa.Text(), nullable=True),
        sa.Column("decision", sa.Text(), nullable=True),
        sa.Column("earlier_work", sa.Text(), nullable=True),
        *_common(),
        sa.ForeignKeyConstraint(["clue_id"], ["clues.id"], name=op.f("fk_recusal_requests_clue_id_clues")),
        *_keys("recusal_requests"),
    )
    op.create_index(op.f("ix_recusal_requests_clue_id"), "recusal_requests", ["clue_id"], unique=False)
    for table in ("interferences", "recusal_requests"):
        newest: list[Any] = [sa.literal_column("created_at DESC"), sa.literal_column("id DESC")]
        op.create_index(f"ix_{table}_list", table, newest, unique=False)


def _stock() -> None:
    op.create_table(
        "clue_reconciliations",
        sa.Column("year", sa.SmallInteger(), nullable=False),
        sa.Column("quarter", sa.SmallInteger(), nullable=False),
        sa.Column("stock", sa.Integer(), nullable=False),
        sa.Column("taken_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("figures", postgresql.JSONB(), nullable=False),
        *_common(),
        sa.CheckConstraint("quarter BETWEEN 1 AND 4", name=op.f("ck_clue_reconciliations_quarter")),
        *_keys("clue_reconciliations"),
        sa.UniqueConstraint(
            "holder_path", "year", "quarter", name=op.f("uq_clue_reconciliations_holder_path_year_quarter")
        ),
    )
    op.create_table(
        "clue_reconciliation_items",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("reconciliation_id", sa.Uuid(), nullable=False),
        sa.Column("stock", sa.Integer(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("clue_id", sa.Uuid(), nullable=False),
        sa.Column("number", sa.Text(), nullable=True),
        sa.Column("rule", sa.Text(), nullable=True),
        sa.Column("due_on", sa.Date(), nullable=True),
        sa.Column("held_by", sa.Text(), nullable=True),
        sa.Column("result", sa.Text(), nullable=True),
        sa.CheckConstraint(
            "kind IN ('overdue', 'spot_check')", name=op.f("ck_clue_reconciliation_items_kind")
        ),
        sa.ForeignKeyConstraint(
            ["reconciliation_id"],
            ["clue_reconciliations.id"],
            name=op.f("fk_clue_reconciliation_items_reconciliation_id_clue_reconciliations"),
        ),
        sa.ForeignKeyConstraint(
            ["clue_id"], ["clues.id"], name=op.f("fk_clue_reconciliation_items_clue_id_clues")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_clue_reconciliation_items")),
    )
    op.create_index(
        "ix_clue_reconciliation_items_of",
        "clue_reconciliation_items",
        ["reconciliation_id", "stock", "kind"],
        unique=False,
    )
    op.create_table(
        "clue_meetings",
        sa.Column("held_on", sa.Date(), nullable=False),
        sa.Column("fields", postgresql.ARRAY(sa.Text()), nullable=False, comment="focus areas"),
        *_common(),
        *_keys("clue_meetings"),
    )
    op.create_index(
        "ix_clue_meetings_list",
        "clue_meetings",
        [sa.literal_column("held_on DESC"), sa.literal_column("id DESC")],
        unique=False,
    )
    op.create_table(
        "clue_meeting_clues",
        sa.Column("meeting_id", sa.Uuid(), nullable=False),
        sa.Column("clue_id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(
            ["meeting_id"], ["clue_meetings.id"], name=op.f("fk_clue_meeting_clues_meeting_id_clue_meetings")
        ),
        sa.ForeignKeyConstraint(["clue_id"], ["clues.id"], name=op.f("fk_clue_meeting_clues_clue_id_clues")),
        sa.PrimaryKeyConstraint("meeting_id", "clue_id", name=op.f("pk_clue_meeting_clues")),
    )
    op.create_index(op.f("ix_clue_meeting_clues_clue_id"), "clue_meeting_clues", ["clue_id"], unique=False)


def downgrade() -> None:
    """Drop what was added, policies that look at it first."""
    for parent in OBJECTS:
        for kind in ("seen", "changed"):
            op.execute(f"DROP POLICY papers_{kind}_with_{parent} ON papers")
    for table in (*CHILDREN, *reversed(OBJECTS)):
        op.drop_table(table)
