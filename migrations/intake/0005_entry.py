"""Which matter a number of another system became.

Why: a system that sends twice must not make two matters.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from migrations.rights import append_only

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Create the table; its rows are only ever added."""
    op.create_table(
        "sources",
        sa.Column("system", sa.Text(), nullable=False),
        sa.Column("ref", sa.Text(), nullable=False),
        sa.Column("digest", sa.LargeBinary(), nullable=False),
        sa.Column("object_type", sa.Text(), nullable=False),
        sa.Column("object_id", sa.Uuid(), nullable=False),
        sa.PrimaryKeyConstraint("system", "ref", name=op.f("pk_sources")),
    )
    append_only("sources")


def downgrade() -> None:
    """Drop it."""
    op.drop_table("sources")
