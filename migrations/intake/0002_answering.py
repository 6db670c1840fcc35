"""Internal notes, and requests to quote a report after all.

Why: staff need a place to write that no reporter sees, and a quotation may betray one.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from shared.auth.rls import child_policy_sql, policy_sql

from migrations.rights import append_only, read_write

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

NOT_FOR_THE_PUBLIC = (
    "CREATE POLICY notes_hidden ON notes AS RESTRICTIVE FOR SELECT"
    " USING ((SELECT current_setting('app.kind', true)) <> 'public')"
)


def upgrade() -> None:
    """Create the tables; a receipt that shows a matter shows none of its notes."""
    _tables()
    append_only("notes")
    read_write("quotations")
    for statement in (
        *child_policy_sql("notes", ("reports", "demands"), "object_id"),
        NOT_FOR_THE_PUBLIC,
        *policy_sql("quotations"),
    ):
        op.execute(statement)


def _tables() -> None:
    op.create_table(
        "notes",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("object_id", sa.Uuid(), nullable=False),
        sa.Column("text", sa.LargeBinary(), nullable=False),
        sa.Column("written_by", sa.Text(), nullable=False),
        sa.Column("by_path", sa.Text(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_notes")),
    )
    op.create_index(op.f("ix_notes_object_id"), "notes", ["object_id"], unique=False)
    op.create_table(
        "quotations",
        sa.Column("object_type", sa.Text(), nullable=False),
        sa.Column("object_id", sa.Uuid(), nullable=False),
        sa.Column("digest", sa.LargeBinary(), nullable=False),
        sa.Column("asked_by", sa.Text(), nullable=False),
        sa.Column("text", sa.LargeBinary(), nullable=False),
        sa.Column("reason", sa.LargeBinary(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("number", sa.Text(), nullable=True),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("version", sa.BigInteger(), nullable=False),
        sa.Column("holder_path", sa.Text(), nullable=False),
        sa.Column("secrecy", sa.Text(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_quotations")),
        sa.UniqueConstraint("number", name=op.f("uq_quotations_number")),
    )
    op.create_index(op.f("ix_quotations_object_id"), "quotations", ["object_id"], unique=False)


def downgrade() -> None:
    """Drop the tables."""
    op.drop_table("quotations")
    op.drop_table("notes")
