"""Checks of the first responsible person, and the body whose Party organisation is inspected.

Why: one figure of the index is counted from them, and evaluators who served in that body must stay out.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from shared.auth.rls import child_policy_sql

from migrations.rights import append_only

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Create the table behind the wall of its organisation, and add the column."""
    op.create_table(
        "progress_checks",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("inspected_organization_id", sa.Uuid(), nullable=False),
        sa.Column("held_on", sa.Date(), nullable=False),
        sa.Column("recorded_by", sa.Text(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["inspected_organization_id"],
            ["inspected_organizations.id"],
            name=op.f("fk_progress_checks_inspected_organization_id_inspected_organizations"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_progress_checks")),
    )
    op.create_index(
        op.f("ix_progress_checks_inspected_organization_id"), "progress_checks", ["inspected_organization_id"]
    )
    append_only("progress_checks")
    for statement in child_policy_sql(
        "progress_checks", "inspected_organizations", "inspected_organization_id"
    ):
        op.execute(statement)
    op.add_column(
        "inspected_organizations",
        sa.Column("unit_path", sa.Text(), comment="the body whose Party organisation it is"),
    )


def downgrade() -> None:
    """Drop both."""
    op.drop_column("inspected_organizations", "unit_path")
    op.drop_table("progress_checks")
