"""Requests about matters: protection, recusal, reward, tracing.

Why: each is read by others than the matter it is about, so each has a wall of its own. They go where the matter
goes, and are erased with it.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

from shared.auth.rls import policy_sql

from migrations.rights import read_write

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None

TABLES = ("protection_requests", "recusal_requests", "reward_proposals", "trace_requests")


def upgrade() -> None:
    """Create four tables of one shape."""
    for table in TABLES:
        op.create_table(
            table,
            sa.Column("object_type", sa.Text(), nullable=False),
            sa.Column("object_id", sa.Uuid(), nullable=False),
            sa.Column("requested_on", sa.Date(), nullable=False),
            sa.Column("by_reporter", sa.Boolean(), nullable=False),
            sa.Column("details", postgresql.JSONB(), nullable=False),
            sa.Column("asked", sa.LargeBinary(), nullable=False),
            sa.Column("decided", sa.LargeBinary(), nullable=True),
            sa.Column("id", sa.Uuid(), nullable=False),
            sa.Column("number", sa.Text(), nullable=True),
            sa.Column("state", sa.Text(), nullable=False),
            sa.Column("version", sa.BigInteger(), nullable=False),
            sa.Column("holder_path", sa.Text(), nullable=False),
            sa.Column("secrecy", sa.Text(), nullable=False),
            sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
            sa.PrimaryKeyConstraint("id", name=op.f(f"pk_{table}")),
            sa.UniqueConstraint("number", name=op.f(f"uq_{table}_number")),
        )
        op.create_index(op.f(f"ix_{table}_object_id"), table, ["object_id"], unique=False)
        for statement in policy_sql(table):
            op.execute(statement)
    read_write(*TABLES, delete=True)


def downgrade() -> None:
    """Drop them."""
    for table in TABLES:
        op.drop_table(table)
