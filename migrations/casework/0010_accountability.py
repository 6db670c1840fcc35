"""Cases may be about Party organisations, and say how somebody is held to account. Rule: chapter 16, ACC Art 8."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import ARRAY

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the kind of a subject, and what is decided in a case of accountability."""
    op.add_column("case_subjects", sa.Column("kind", sa.Text(), server_default="person", nullable=False))
    for name in ("accountability_ways", "accountability_grounds"):
        op.add_column("case_outcomes", sa.Column(name, ARRAY(sa.Text()), server_default="{}", nullable=False))
    op.add_column("case_outcomes", sa.Column("party_org_measure", sa.Text(), nullable=True))
    op.add_column(
        "case_outcomes", sa.Column("is_organisation", sa.Boolean(), server_default=sa.false(), nullable=False)
    )


def downgrade() -> None:
    """Drop what was added."""
    for name in ("is_organisation", "party_org_measure", "accountability_grounds", "accountability_ways"):
        op.drop_column("case_outcomes", name)
    op.drop_column("case_subjects", "kind")
