"""Urgings, work reminders with their demands and visits, and every reminder that went out.

Why: what drags is chased, and chasing ends by an answer that can be shown.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from shared.auth.rls import child_policy_sql, policy_sql

from migrations.rights import append_only, read_write

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Create the tables; whoever sees a letter sees what belongs to it."""
    _tables()
    read_write("urgings", "work_reminders", "reminded_matters")
    append_only("visits", "reminders")
    statements = [
        *policy_sql("urgings"),
        *policy_sql("work_reminders"),
        *child_policy_sql("reminded_matters", "work_reminders", "reminder_id"),
        *child_policy_sql("visits", "work_reminders", "reminder_id"),
        *child_policy_sql("reminders", ("urgings", "work_reminders"), "object_id"),
    ]
    for statement in statements:
        op.execute(statement)


def _aggregate(table: str) -> list[sa.schema.SchemaItem]:
    return [
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("number", sa.Text(), nullable=True),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("version", sa.BigInteger(), nullable=False),
        sa.Column("holder_path", sa.Text(), nullable=False),
        sa.Column("secrecy", sa.Text(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f(f"pk_{table}")),
        sa.UniqueConstraint("number", name=op.f(f"uq_{table}_number")),
    ]


def _tables() -> None:
    op.create_table(
        "urgings",
        sa.Column("object_type", sa.Text(), nullable=False),
        sa.Column("object_id", sa.Uuid(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("level", sa.Text(), nullable=False),
        sa.Column("basis", sa.Text(), nullable=False),
        sa.Column("to_path", sa.Text(), nullable=False),
        sa.Column("round", sa.Integer(), nullable=False),
        sa.Column("due_on", sa.Date(), nullable=True),
        sa.Column("issued_on", sa.Date(), nullable=True),
        sa.Column("answered_on", sa.Date(), nullable=True),
        sa.Column("follows", sa.Uuid(), nullable=True),
        sa.Column("escalated_to", sa.Text(), nullable=True),
        sa.Column("letter", sa.LargeBinary(), nullable=False),
        sa.Column("reply", sa.LargeBinary(), nullable=True),
        sa.CheckConstraint("level IN ('green', 'yellow', 'red')", name=op.f("ck_urgings_level")),
        *_aggregate("urgings"),
    )
    op.create_index(op.f("ix_urgings_object_id"), "urgings", ["object_id"], unique=False)
    op.create_table(
        "work_reminders",
        sa.Column("to_path", sa.Text(), nullable=False),
        sa.Column("due_on", sa.Date(), nullable=False),
        sa.Column("sent_on", sa.Date(), nullable=True),
        sa.Column("answered_on", sa.Date(), nullable=True),
        sa.Column("letter", sa.LargeBinary(), nullable=False),
        sa.Column("reply", sa.LargeBinary(), nullable=True),
        *_aggregate("work_reminders"),
    )
    op.create_table(
        "reminded_matters",
        sa.Column("reminder_id", sa.Uuid(), nullable=False),
        sa.Column("object_id", sa.Uuid(), nullable=False),
        sa.Column("households_helped", sa.Integer(), nullable=True),
        sa.Column("money_paid_back", sa.BigInteger(), nullable=True, comment="yuan cents"),
        sa.Column("documents_issued", sa.Integer(), nullable=True),
        sa.Column("recorded_at", sa.DateTime(timezone=True), nullable=True),
        sa.PrimaryKeyConstraint("reminder_id", "object_id", name=op.f("pk_reminded_matters")),
    )
    op.create_table(
        "visits",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("reminder_id", sa.Uuid(), nullable=False),
        sa.Column("visited_on", sa.Date(), nullable=False),
        sa.Column("finding", sa.LargeBinary(), nullable=False),
        sa.Column("written_by", sa.Text(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_visits")),
    )
    op.create_index(op.f("ix_visits_reminder_id"), "visits", ["reminder_id"], unique=False)
    _reminders()


def _reminders() -> None:
    op.create_table(
        "reminders",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("object_type", sa.Text(), nullable=False),
        sa.Column("object_id", sa.Uuid(), nullable=False),
        sa.Column("to_path", sa.Text(), nullable=False),
        sa.Column("ordinal", sa.Integer(), nullable=False),
        sa.Column("sent_on", sa.Date(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_reminders")),
        sa.UniqueConstraint("object_id", "ordinal", name=op.f("uq_reminders_object_id_ordinal")),
    )


def downgrade() -> None:
    """Drop the tables, those whose policies look at others first."""
    for table in ("reminders", "visits", "reminded_matters", "work_reminders", "urgings"):
        op.drop_table(table)
