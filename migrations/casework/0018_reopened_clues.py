"""A clue that new evidence brings up again says which earlier one it goes on from. Rule: A16.

Why: a report may have fed several clues, and the evidence may concern some of them.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0018"
down_revision = "0017"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the reference; of clues that were brought up before it is not known."""
    op.add_column("clues", sa.Column("reopened_from", sa.Uuid(), nullable=True))


def downgrade() -> None:
    """Drop what was added."""
    op.drop_column("clues", "reopened_from")
