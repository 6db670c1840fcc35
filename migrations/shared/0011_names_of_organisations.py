"""The copy of the organisations knows what they are called.

Why: a form offers regions by name; what was copied before has none until identity tells of it again, and shows its code.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None

NAMES = ("name", "name_en")


def upgrade() -> None:
    """Add the names."""
    for name in NAMES:
        op.add_column("directory", sa.Column(name, sa.Text(), nullable=False, server_default=""))


def downgrade() -> None:
    """Drop them."""
    for name in NAMES:
        op.drop_column("directory", name)
