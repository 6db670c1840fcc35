"""What a consultation has an organisation watched for is work with a day and an answer.

And a recommendation that is withdrawn follows nothing up any more.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Mark such work, and keep the day a follow-up was withdrawn."""
    op.add_column(
        "board_tasks", sa.Column("is_supervision", sa.Boolean(), server_default=sa.false(), nullable=False)
    )
    for table in ("case_follow_ups", "linkage_results"):
        op.add_column(table, sa.Column("withdrawn_on", sa.Date(), nullable=True))


def downgrade() -> None:
    """Drop the columns."""
    for table in ("linkage_results", "case_follow_ups"):
        op.drop_column(table, "withdrawn_on")
    op.drop_column("board_tasks", "is_supervision")
