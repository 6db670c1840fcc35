"""Clues about our own staff say so themselves, so that nothing can take them away from those who supervise us. Rule: SoD-5.

Why: until now it followed from who held the clue, and a clue filed by hand, or handed on, lost it.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the word; 0019 says it of the clues there are."""
    op.add_column("clues", sa.Column("is_own_staff", sa.Boolean(), server_default=sa.false(), nullable=False))


def downgrade() -> None:
    """Drop the word."""
    op.drop_column("clues", "is_own_staff")
