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


WHO_SUPERVISES_US = """
    UPDATE clues SET is_own_staff = true FROM directory
    WHERE directory.kind = 'cadre_supervision_office' AND directory.path IN (clues.holder_path, clues.office_path)
"""


def upgrade() -> None:
    """Add the word, and say it of clues that those who supervise us hold, or are to have."""
    op.add_column("clues", sa.Column("is_own_staff", sa.Boolean(), server_default=sa.false(), nullable=False))
    op.execute(
        "SELECT set_config('app.kind', 'worker', true)"
    )  # the second wall stands before the migrator too
    op.execute(WHO_SUPERVISES_US)


def downgrade() -> None:
    """Drop the word."""
    op.drop_column("clues", "is_own_staff")
