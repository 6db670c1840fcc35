"""Organisational handling an inspection advised, demands linked to findings, and which demands were answered.

Why: two figures of the index are counted from them.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from shared.auth.rls import child_policy_sql, officers_policy_sql

from migrations.rights import append_only, read_write

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None

ORGANIZATION = "inspected_organization_id"


def upgrade() -> None:
    """Create the tables; what belongs to an organisation stands behind its wall."""
    op.create_table(
        "handling_advices",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column(ORGANIZATION, sa.Uuid(), nullable=False),
        sa.Column("ordinal", sa.SmallInteger(), nullable=False),
        sa.Column("text", sa.LargeBinary(), nullable=False),
        sa.Column("advised_by", sa.Text(), nullable=False),
        sa.Column("advised_on", sa.Date(), nullable=False),
        sa.Column("done", sa.LargeBinary()),
        sa.Column("carried_out_by", sa.Text()),
        sa.Column("carried_out_on", sa.Date()),
        sa.ForeignKeyConstraint(
            [ORGANIZATION],
            ["inspected_organizations.id"],
            name=op.f("fk_handling_advices_inspected_organization_id_inspected_organizations"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_handling_advices")),
        sa.UniqueConstraint(
            ORGANIZATION, "ordinal", name=op.f("uq_handling_advices_inspected_organization_id_ordinal")
        ),
    )
    op.create_table(
        "linked_demands",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column(ORGANIZATION, sa.Uuid(), nullable=False),
        sa.Column("finding_id", sa.Uuid(), nullable=False),
        sa.Column("demand_id", sa.Uuid(), nullable=False, comment="the demand in intake"),
        sa.Column("linked_by", sa.Text(), nullable=False),
        sa.Column("linked_on", sa.Date(), nullable=False),
        sa.ForeignKeyConstraint(
            [ORGANIZATION],
            ["inspected_organizations.id"],
            name=op.f("fk_linked_demands_inspected_organization_id_inspected_organizations"),
        ),
        sa.ForeignKeyConstraint(
            ["finding_id"], ["findings.id"], name=op.f("fk_linked_demands_finding_id_findings")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_linked_demands")),
        sa.UniqueConstraint(
            ORGANIZATION, "demand_id", name=op.f("uq_linked_demands_inspected_organization_id_demand_id")
        ),
    )
    op.create_table(
        "answered_demands",
        sa.Column("demand_id", sa.Uuid(), nullable=False),
        sa.Column("answered_on", sa.Date(), nullable=False, comment="when intake told of it"),
        sa.PrimaryKeyConstraint("demand_id", name=op.f("pk_answered_demands")),
    )
    read_write("handling_advices")
    append_only("linked_demands", "answered_demands")
    for statement in (
        *child_policy_sql("handling_advices", "inspected_organizations", ORGANIZATION),
        *child_policy_sql("linked_demands", "inspected_organizations", ORGANIZATION),
        *officers_policy_sql("answered_demands"),
    ):
        op.execute(statement)


def downgrade() -> None:
    """Drop them."""
    for table in ("answered_demands", "linked_demands", "handling_advices"):
        op.drop_table(table)
