"""A report may also ask for something: the demand split from it; and named reports come first in every queue.

Revision ID: 0011
Revises: 0010
"""

import sqlalchemy as sa
from alembic import op

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None

FIRST = "CASE named_status WHEN 'named' THEN 'named' ELSE 'normal' END"


def upgrade() -> None:
    """Add the columns."""
    op.add_column("reports", sa.Column("demand_id", sa.Uuid(), nullable=True))
    op.add_column(
        "reports", sa.Column("priority", sa.Text(), sa.Computed(FIRST, persisted=True), nullable=False)
    )


def downgrade() -> None:
    """Drop them."""
    op.drop_column("reports", "priority")
    op.drop_column("reports", "demand_id")
