"""The copy of the organisations knows what the places are called that they are responsible for.

Why: a form offers places to people; until identity tells of them, an organisation's own name stands for its place.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0013"
down_revision = "0012"
branch_labels = None
depends_on = None

NAMES = ("place_name", "place_name_en")


def upgrade() -> None:
    """Add the names."""
    for name in NAMES:
        op.add_column("directory", sa.Column(name, sa.Text(), nullable=False, server_default=""))


def downgrade() -> None:
    """Drop them."""
    for name in NAMES:
        op.drop_column("directory", name)
