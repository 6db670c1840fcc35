"""A further clue split off another one says which. Rule: A13.

Why: one report may tell several matters, and each is a clue that goes its own way.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0014"
down_revision = "0013"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the reference, and find by it."""
    op.add_column("clues", sa.Column("split_from", sa.Uuid(), nullable=True))
    op.create_index(
        "ix_clues_split_from", "clues", ["split_from"], postgresql_where=sa.text("split_from IS NOT NULL")
    )


def downgrade() -> None:
    """Drop what was added."""
    op.drop_index("ix_clues_split_from", "clues")
    op.drop_column("clues", "split_from")
