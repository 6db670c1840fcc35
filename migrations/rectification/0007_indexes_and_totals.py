"""Evaluation indexes a city brought as a sheet, by code and version; totals as they were rounded, to one decimal.

Why: an evaluation keeps the version it was begun under, and a score has one spelling.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

from migrations.rights import append_only

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None

TOTALS = (
    ("evaluations", "draft_total"),
    ("evaluations", "total"),
    ("evaluation_results", "total"),
    ("inspected_organizations", "score"),
)


def upgrade() -> None:
    """Create the table, which hides nothing: what is scored is no secret. Narrow the totals."""
    op.create_table(
        "evaluation_indexes",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("code", sa.Text(), nullable=False),
        sa.Column("version", sa.Text(), nullable=False),
        sa.Column("document", postgresql.JSONB(astext_type=sa.Text()), nullable=False),
        sa.Column("added_by", sa.Text(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_evaluation_indexes")),
        sa.UniqueConstraint("code", "version", name=op.f("uq_evaluation_indexes_code_version")),
    )
    append_only("evaluation_indexes")
    for statement in (
        "ALTER TABLE evaluation_indexes ENABLE ROW LEVEL SECURITY",
        "ALTER TABLE evaluation_indexes FORCE ROW LEVEL SECURITY",
        "CREATE POLICY evaluation_indexes_seen ON evaluation_indexes FOR SELECT USING (true)",
        "CREATE POLICY evaluation_indexes_added ON evaluation_indexes FOR INSERT WITH CHECK (true)",
    ):
        op.execute(statement)
    for table, column in TOTALS:
        op.alter_column(table, column, type_=sa.Numeric(4, 1))


def downgrade() -> None:
    """Widen the totals, and drop the table."""
    for table, column in TOTALS:
        op.alter_column(table, column, type_=sa.Numeric(5, 2))
    op.drop_table("evaluation_indexes")
