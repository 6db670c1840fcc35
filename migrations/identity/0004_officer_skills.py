"""Skills of officers.

Why: an office that looks for people to draw from its contact zone asks who can do what.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from migrations.rights import read_write

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Create the table."""
    op.create_table(
        "officer_skills",
        sa.Column("officer_id", sa.Uuid(), nullable=False),
        sa.Column("skill", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["officer_id"], ["officers.id"], name=op.f("fk_officer_skills_officer_id_officers")
        ),
        sa.PrimaryKeyConstraint("officer_id", "skill", name=op.f("pk_officer_skills")),
    )
    read_write("officer_skills", delete=True)


def downgrade() -> None:
    """Drop the table."""
    op.drop_table("officer_skills")
