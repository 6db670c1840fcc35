"""A commission says what the place is called that it is responsible for.

Why: people who report choose a place; what they were offered were the names of commissions.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None

NAMES = ("place_name", "place_name_en")


def upgrade() -> None:
    """Add the names; nobody has given any."""
    for name in NAMES:
        op.add_column("organisations", sa.Column(name, sa.Text(), nullable=True))


def downgrade() -> None:
    """Drop them."""
    for name in NAMES:
        op.drop_column("organisations", name)
