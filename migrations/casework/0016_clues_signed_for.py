"""The office that receives a clue signs for it: who, and when. Rule: C3."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0016"
down_revision = "0015"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add both; clues that were handed over before are signed for by nobody yet."""
    op.add_column("clues", sa.Column("signed_for_by", sa.Text(), nullable=True))
    op.add_column("clues", sa.Column("signed_for_at", sa.DateTime(timezone=True), nullable=True))


def downgrade() -> None:
    """Drop what was added."""
    op.drop_column("clues", "signed_for_at")
    op.drop_column("clues", "signed_for_by")
