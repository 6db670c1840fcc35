"""The table of jobs.

Why: work that takes longer than an answer may is asked for in the business transaction and done by the worker.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

from shared.auth.rls import owner_policy_sql

from migrations.rights import read_write

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Create the table, say who may do what with it, and show each row to its owner alone."""
    op.create_table(
        "jobs",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("owner", sa.Text(), nullable=False),
        sa.Column("actor", postgresql.JSONB(), nullable=False),
        sa.Column("language", sa.Text(), nullable=False),
        sa.Column("request_id", sa.Text(), nullable=False),
        sa.Column("args", postgresql.JSONB(), nullable=False),
        sa.Column("payload", sa.LargeBinary(), nullable=True),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("due_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("lease", sa.Uuid(), nullable=True),
        sa.Column("attempts", sa.SmallInteger(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("done", sa.Integer(), nullable=False),
        sa.Column("total", sa.Integer(), nullable=True),
        sa.Column("result", postgresql.JSONB(), nullable=True),
        sa.Column("file", sa.LargeBinary(), nullable=True),
        sa.Column("file_name", sa.Text(), nullable=True),
        sa.Column("problem", postgresql.JSONB(), nullable=True),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("finished_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("expires_at", sa.DateTime(timezone=True), nullable=True),
        sa.CheckConstraint(
            "state IN ('waiting', 'running', 'cancelling', 'done', 'failed', 'cancelled')",
            name=op.f("ck_jobs_state"),
        ),
        sa.CheckConstraint(
            "(due_at IS NULL) = (finished_at IS NOT NULL)", name=op.f("ck_jobs_due_until_finished")
        ),
        sa.CheckConstraint("(file IS NULL) = (file_name IS NULL)", name=op.f("ck_jobs_file_named")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_jobs")),
    )
    op.create_index("ix_jobs_due_at", "jobs", ["due_at"], postgresql_where=sa.text("due_at IS NOT NULL"))
    op.create_index("ix_jobs_owner", "jobs", ["owner", "created_at"])
    op.create_index(
        "ix_jobs_expires_at", "jobs", ["expires_at"], postgresql_where=sa.text("expires_at IS NOT NULL")
    )
    read_write("jobs", delete=True)
    for statement in owner_policy_sql("jobs", "owner"):
        op.execute(statement)


def downgrade() -> None:
    """Drop the table."""
    op.drop_table("jobs")
