"""The table of what sealed texts are searched by.

Why: who may open a text may also look for it by its words; who reads the database learns nothing by it.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

from shared.auth.rls import officers_policy_sql

from migrations.rights import read_write

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Create the table, say who may do what with it, and close it to the public surface and other services."""
    op.create_table(
        "sealed_words",
        sa.Column("object_id", sa.Uuid(), nullable=False),
        sa.Column("field_group", sa.Text(), nullable=False),
        sa.Column("numbers", postgresql.ARRAY(sa.Integer()), nullable=False),
        sa.PrimaryKeyConstraint("object_id", "field_group", name=op.f("pk_sealed_words")),
    )
    op.create_index("ix_sealed_words_numbers", "sealed_words", ["numbers"], postgresql_using="gin")
    read_write("sealed_words", delete=True)
    for statement in officers_policy_sql("sealed_words"):
        op.execute(statement)


def downgrade() -> None:
    """Drop the table."""
    op.drop_table("sealed_words")
