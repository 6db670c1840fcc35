"""Matters about people of whom identity has not been asked yet.

Why: an officer whom a matter names must keep away from it, and a submission does not wait for identity.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from migrations.rights import read_write

revision = "0012"
down_revision = "0011"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Create the table; it holds ids only, and each for a moment."""
    op.create_table(
        "unasked_names",
        sa.Column("object_id", sa.Uuid(), nullable=False),
        sa.Column("object_type", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("object_id", name=op.f("pk_unasked_names")),
    )
    read_write("unasked_names", delete=True)


def downgrade() -> None:
    """Drop the table."""
    op.drop_table("unasked_names")
