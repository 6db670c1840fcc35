"""What a consultation has an organisation watched for is work with a day and an answer, not a line on the board.

Why: a row with a date told the organisation nothing and could never be closed. Nothing was released with it. And a
recommendation that is withdrawn follows nothing up any more.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Mark such work, drop the lines, and keep the day a follow-up was withdrawn."""
    op.add_column(
        "board_tasks", sa.Column("is_supervision", sa.Boolean(), server_default=sa.false(), nullable=False)
    )
    op.drop_table("supervision_records")
    for table in ("case_follow_ups", "linkage_results"):
        op.add_column(table, sa.Column("withdrawn_on", sa.Date(), nullable=True))
