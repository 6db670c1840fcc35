"""Clues about certain cadres are reported to the superior, with their disposal; keep the days. Rule: R-A5, ENF Art 22."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add what is told, and when it was."""
    op.add_column("clues", sa.Column("reports_up", sa.Boolean(), server_default=sa.false(), nullable=False))
    op.add_column("clues", sa.Column("reported_up_on", sa.Date(), nullable=True))
    op.add_column("clues", sa.Column("disposal_reported_up_on", sa.Date(), nullable=True))


def downgrade() -> None:
    """Drop what was added."""
    for name in ("disposal_reported_up_on", "reported_up_on", "reports_up"):
        op.drop_column("clues", name)
