"""Where a problem is, sealed like what was told of it; and since when a demand's problem has lasted.

Revision ID: 0014
Revises: 0013
"""

import sqlalchemy as sa
from alembic import op

from migrations.rights import updatable

revision = "0014"
down_revision = "0013"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the columns."""
    op.add_column("contents", sa.Column("address", sa.LargeBinary(), nullable=True))
    updatable("contents", "address")
    op.add_column("demands", sa.Column("problem_since", sa.Date(), nullable=True))


def downgrade() -> None:
    """Drop them."""
    op.drop_column("demands", "problem_since")
    op.drop_column("contents", "address")
