"""Talks and verifications in full: delivery, sample checks, meetings; measures, property in custody, integrity files.

Why: what is approved, held, checked and filed is on record by itself, not only in what officers wrote.
"""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

from shared.auth.rls import child_policy_sql, policy_sql

from migrations.rights import append_only, read_write

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None

OF_TALKS: dict[str, Any] = {
    "led_by": sa.Text(),
    "letter_received_on": sa.Date(),
    "measure": sa.Text(),
    "sample_check": sa.Text(),
    "meeting_kind": sa.Text(),
    "meeting_held_on": sa.Date(),
    "is_explained": sa.Boolean(),
}


def upgrade() -> None:
    """Add the columns and tables, say who may do what with each, and raise the second wall."""
    for name, kind in OF_TALKS.items():
        op.add_column("talk_inquiries", sa.Column(name, kind, nullable=True))
    _tables()
    append_only("verification_measures", "integrity_entries")
    read_write("custody_items")
    statements = policy_sql("integrity_entries")
    for table in ("verification_measures", "custody_items"):
        statements += child_policy_sql(table, "verifications", "verification_id")
    for statement in statements:
        op.execute(statement)


def _tables() -> None:
    op.create_table(
        "verification_measures",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("verification_id", sa.Uuid(), nullable=False),
        sa.Column("measure", sa.Text(), nullable=False),
        sa.Column("participants", postgresql.ARRAY(sa.Text()), nullable=False, comment="officers' logins"),
        sa.Column("sign_off_id", sa.Uuid(), nullable=True),
        sa.Column("approved_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["verification_id"],
            ["verifications.id"],
            name=op.f("fk_verification_measures_verification_id_verifications"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_verification_measures")),
    )
    op.create_index(
        op.f("ix_verification_measures_verification_id"),
        "verification_measures",
        ["verification_id"],
        unique=False,
    )
    op.create_table(
        "custody_items",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("verification_id", sa.Uuid(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("description", sa.LargeBinary(), nullable=False, comment="sealed"),
        sa.Column("amount", sa.BigInteger(), nullable=True, comment="yuan cents"),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("received_on", sa.Date(), nullable=False),
        sa.Column("settled_on", sa.Date(), nullable=True),
        sa.CheckConstraint(
            "state IN ('held', 'returned', 'handed_over', 'confiscated')", name=op.f("ck_custody_items_state")
        ),
        sa.CheckConstraint("(state = 'held') = (settled_on IS NULL)", name=op.f("ck_custody_items_settled")),
        sa.ForeignKeyConstraint(
            ["verification_id"],
            ["verifications.id"],
            name=op.f("fk_custody_items_verification_id_verifications"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_custody_items")),
        sa.UniqueConstraint(
            "verification_id", "number", name=op.f("uq_custody_items_verification_id_number")
        ),
    )
    op.create_table(
        "integrity_entries",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("holder_path", sa.Text(), nullable=False),
        sa.Column("secrecy", sa.Text(), nullable=False),
        sa.Column("talk_inquiry_id", sa.Uuid(), nullable=False),
        sa.Column("terms", postgresql.ARRAY(sa.BigInteger()), nullable=False),
        sa.Column("outcome", sa.Text(), nullable=True),
        sa.Column("measure", sa.Text(), nullable=True),
        sa.Column("filed_by", sa.Text(), nullable=False),
        sa.Column("filed_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["talk_inquiry_id"],
            ["talk_inquiries.id"],
            name=op.f("fk_integrity_entries_talk_inquiry_id_talk_inquiries"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_integrity_entries")),
        sa.UniqueConstraint("talk_inquiry_id", name=op.f("uq_integrity_entries_talk_inquiry_id")),
    )
    op.create_index(
        "ix_integrity_entries_terms", "integrity_entries", ["terms"], unique=False, postgresql_using="gin"
    )


def downgrade() -> None:
    """Drop what was added."""
    for table in ("integrity_entries", "custody_items", "verification_measures"):
        op.drop_table(table)
    for column in reversed(OF_TALKS):
        op.drop_column("talk_inquiries", column)
