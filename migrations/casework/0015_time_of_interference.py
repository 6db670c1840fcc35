"""An entry of the interference register says the time, not only the day. Rule: 1.7.

Why: the rule asks for it. Entries made before have the day alone, which the audit vouches for, and read as midnight.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0015"
down_revision = "0014"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the time."""
    op.add_column("interferences", sa.Column("occurred_at", sa.DateTime(timezone=True), nullable=True))


def downgrade() -> None:
    """Drop what was added."""
    op.drop_column("interferences", "occurred_at")
