"""Which supervision office watches which fields and regions is declared as departments are. Rule: B4.

Revision ID: 0018
Revises: 0017
"""

import sqlalchemy as sa
from alembic import op

from migrations.rights import append_only, updatable

revision = "0018"
down_revision = "0017"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the table; a declaration is ended, never changed."""
    op.create_table(
        "watches",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("field", sa.Text(), nullable=False),
        sa.Column("region", sa.Text(), nullable=True),
        sa.Column("department_path", sa.Text(), nullable=False),
        sa.Column("set_by", sa.Text(), nullable=False),
        sa.Column("since", sa.DateTime(timezone=True), nullable=False),
        sa.Column("until", sa.DateTime(timezone=True), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_watches")),
    )
    op.create_index(
        "uq_watches_current", "watches", ["field", sa.text("coalesce(region, '')")], unique=True,
        postgresql_where=sa.text("until IS NULL"),
    )  # fmt: skip
    append_only("watches")
    updatable("watches", "until")


def downgrade() -> None:
    """Drop it."""
    op.drop_table("watches")
