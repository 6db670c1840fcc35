"""The table of records of broken glass.

Why: who looks into a colleague's matter by order is seen by the superior at once, and for good.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from shared.auth.rls import policy_sql

from migrations.rights import read_write

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Create the table, say who may do what with it, and raise the second wall."""
    op.create_table(
        "break_glasses",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("number", sa.Text(), nullable=True),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("version", sa.BigInteger(), nullable=False),
        sa.Column("holder_path", sa.Text(), nullable=False, comment="the organ, whose leaders are told"),
        sa.Column("secrecy", sa.Text(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("object_type", sa.Text(), nullable=False),
        sa.Column("object_id", sa.Uuid(), nullable=False),
        sa.Column("officer_id", sa.Text(), nullable=False),
        sa.Column("order_number", sa.Text(), nullable=False),
        sa.Column("reason", sa.LargeBinary(), nullable=False, comment="sealed"),
        sa.Column("until", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint("until > created_at", name=op.f("ck_break_glasses_ends")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_break_glasses")),
        sa.UniqueConstraint("number", name=op.f("uq_break_glasses_number")),
    )
    op.create_index("ix_break_glasses_object_id", "break_glasses", ["object_id"], unique=False)
    read_write("break_glasses")
    for statement in policy_sql("break_glasses"):
        op.execute(statement)


def downgrade() -> None:
    """Drop the table."""
    op.drop_table("break_glasses")
