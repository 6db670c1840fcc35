"""Which demand's final review a refusal refers to. Rule: B8.

Revision ID: 0017
Revises: 0016
"""

import sqlalchemy as sa
from alembic import op

revision = "0017"
down_revision = "0016"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the column."""
    op.add_column("demands", sa.Column("reviewed_demand", sa.Uuid(), nullable=True))


def downgrade() -> None:
    """Drop it."""
    op.drop_column("demands", "reviewed_demand")
