"""The table of filters that officers keep.

Why: the same few questions are asked of a list every morning.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

from shared.auth.rls import owner_policy_sql

from migrations.rights import read_write

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Create the table, say who may do what with it, and show each row to its owner alone."""
    op.create_table(
        "saved_filters",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("owner", sa.Text(), nullable=False),
        sa.Column("collection", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("filter", postgresql.JSONB(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_saved_filters")),
        sa.UniqueConstraint(
            "owner", "collection", "name", name=op.f("uq_saved_filters_owner_collection_name")
        ),
    )
    read_write("saved_filters", delete=True)
    for statement in owner_policy_sql("saved_filters", "owner", removable=True):
        op.execute(statement)


def downgrade() -> None:
    """Drop the table."""
    op.drop_table("saved_filters")
