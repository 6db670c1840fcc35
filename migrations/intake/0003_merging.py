"""What finds matters alike, merges, and how often a matter was repeated.

Why: five people report the same thing; it is handled once, and each of them answered.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

from shared.auth.rls import child_policy_sql

from migrations.rights import read_write

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

FOR_OFFICERS_ONLY = (
    "CREATE POLICY {table}_hidden ON {table} AS RESTRICTIVE FOR SELECT"
    " USING ((SELECT current_setting('app.kind', true)) IN ('officer', 'worker'))"
)


def upgrade() -> None:
    """Create the tables, which no receipt and no other service looks into."""
    _tables()
    read_write("sealed_terms", "merges")
    statements = [
        *child_policy_sql("sealed_terms", ("reports", "demands"), "object_id"),
        *child_policy_sql("merges", ("reports", "demands"), "member_id"),
        *(FOR_OFFICERS_ONLY.format(table=table) for table in ("sealed_terms", "merges")),
    ]
    for statement in statements:
        op.execute(statement)


def _tables() -> None:
    op.create_table(
        "sealed_terms",
        sa.Column("object_id", sa.Uuid(), nullable=False),
        sa.Column("object_type", sa.Text(), nullable=False),
        sa.Column("names", postgresql.ARRAY(sa.Integer()), nullable=False),
        sa.Column("facts", postgresql.ARRAY(sa.Integer()), nullable=False),
        sa.PrimaryKeyConstraint("object_id", name=op.f("pk_sealed_terms")),
    )
    op.create_index("ix_sealed_terms_names", "sealed_terms", ["names"], postgresql_using="gin")
    op.create_index("ix_sealed_terms_facts", "sealed_terms", ["facts"], postgresql_using="gin")
    op.create_table(
        "merges",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("object_type", sa.Text(), nullable=False),
        sa.Column("lead_id", sa.Uuid(), nullable=False),
        sa.Column("member_id", sa.Uuid(), nullable=False),
        sa.Column("reason", sa.LargeBinary(), nullable=False),
        sa.Column("merged_by", sa.Text(), nullable=False),
        sa.Column("merged_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("end_reason", sa.LargeBinary(), nullable=True),
        sa.Column("ended_by", sa.Text(), nullable=True),
        sa.Column("ended_at", sa.DateTime(timezone=True), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_merges")),
    )
    op.create_index(op.f("ix_merges_lead_id"), "merges", ["lead_id"], unique=False)
    op.create_index(
        "uq_merges_member", "merges", ["member_id"], unique=True, postgresql_where=sa.text("ended_at IS NULL")
    )
    for table in ("reports", "demands"):
        op.add_column(table, sa.Column("merged_into", sa.Uuid(), nullable=True))
        op.add_column(table, sa.Column("repeats", sa.Integer(), server_default="0", nullable=False))
    op.create_index(op.f("ix_reports_is_duplicate_of"), "reports", ["is_duplicate_of"], unique=False)


def downgrade() -> None:
    """Take all of it back."""
    op.drop_index(op.f("ix_reports_is_duplicate_of"), table_name="reports")
    for table in ("reports", "demands"):
        op.drop_column(table, "repeats")
        op.drop_column(table, "merged_into")
    op.drop_table("merges")
    op.drop_table("sealed_terms")
