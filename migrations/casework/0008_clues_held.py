"""An index for the clues an office holds, in the order of its list.

Why: a page of few clues among many was found by leafing through everybody's.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the index."""
    op.create_index(
        "ix_clues_held", "clues", ["holder_path", sa.text("received_on DESC"), sa.text("id DESC")]
    )


def downgrade() -> None:
    """Drop it."""
    op.drop_index("ix_clues_held", "clues")
