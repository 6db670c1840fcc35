"""Rectification items with milestones, evidence and every verdict.

Why: who owes an item, what shows that it is done, who said so, and what proved false.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from shared.auth.rls import child_policy_sql, policy_sql

from migrations.rights import append_only, read_write

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Create the tables, say who may do what with each, and raise the second wall."""
    _tables()
    read_write("rectification_items", "milestones")
    append_only("evidence", "item_verifications", "false_rectifications")
    _run(policy_sql("rectification_items"))
    _run(child_policy_sql("milestones", "rectification_items", "item_id"))
    _run(child_policy_sql("evidence", "rectification_items", "item_id"))
    _run(child_policy_sql("item_verifications", "rectification_items", "item_id"))
    _run(child_policy_sql("false_rectifications", "rectification_items", "item_id"))


def _run(statements: list[str]) -> None:
    for statement in statements:
        op.execute(statement)


def _tables() -> None:
    op.create_table(
        "rectification_items",
        sa.Column("organisation_path", sa.Text(), nullable=False),
        sa.Column("inspected_organization_id", sa.Uuid(), nullable=True),
        sa.Column("finding_id", sa.Uuid(), nullable=True),
        sa.Column("recommendation_id", sa.Uuid(), nullable=True),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("measures", sa.Text(), nullable=False),
        sa.Column(
            "owner", sa.Text(), nullable=False, comment="the member of the leadership who is responsible"
        ),
        sa.Column("unit", sa.Text(), nullable=False, comment="the unit that does it"),
        sa.Column("integration_theme", sa.Text(), nullable=True),
        sa.Column("due_on", sa.Date(), nullable=False),
        sa.Column("first_due_on", sa.Date(), nullable=False),
        sa.Column("is_long_term", sa.Boolean(), nullable=False),
        sa.Column("submitted_on", sa.Date(), nullable=True),
        sa.Column("verifier_path", sa.Text(), nullable=True, comment="the body that verified it last"),
        sa.Column("verified_on", sa.Date(), nullable=True),
        sa.Column("is_on_time", sa.Boolean(), nullable=True),
        sa.Column("closed_on", sa.Date(), nullable=True),
        sa.Column("rebounds", sa.SmallInteger(), nullable=False),
        sa.Column("false_outcomes", sa.SmallInteger(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("number", sa.Text(), nullable=True),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("version", sa.BigInteger(), nullable=False),
        sa.Column("holder_path", sa.Text(), nullable=False),
        sa.Column("secrecy", sa.Text(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint(
            "(finding_id IS NULL) <> (recommendation_id IS NULL)",
            name=op.f("ck_rectification_items_of_a_finding_or_a_recommendation"),
        ),
        sa.ForeignKeyConstraint(
            ["finding_id"], ["findings.id"], name=op.f("fk_rectification_items_finding_id_findings")
        ),
        sa.ForeignKeyConstraint(
            ["inspected_organization_id"],
            ["inspected_organizations.id"],
            name=op.f("fk_rectification_items_inspected_organization_id_inspected_organizations"),
        ),
        sa.ForeignKeyConstraint(
            ["recommendation_id"],
            ["recommendations.id"],
            name=op.f("fk_rectification_items_recommendation_id_recommendations"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_rectification_items")),
        sa.UniqueConstraint("number", name=op.f("uq_rectification_items_number")),
    )
    op.create_index(
        op.f("ix_rectification_items_finding_id"), "rectification_items", ["finding_id"], unique=False
    )
    op.create_index(
        op.f("ix_rectification_items_inspected_organization_id"),
        "rectification_items",
        ["inspected_organization_id"],
        unique=False,
    )
    op.create_index("ix_rectification_items_list", "rectification_items", ["due_on", "id"], unique=False)
    op.create_index(
        op.f("ix_rectification_items_recommendation_id"),
        "rectification_items",
        ["recommendation_id"],
        unique=False,
    )
    op.create_index(
        "ix_rectification_items_state", "rectification_items", ["state", "due_on", "id"], unique=False
    )
    op.create_table(
        "milestones",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("item_id", sa.Uuid(), nullable=False),
        sa.Column("ordinal", sa.SmallInteger(), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("due_on", sa.Date(), nullable=False),
        sa.Column("reached_on", sa.Date(), nullable=True),
        sa.ForeignKeyConstraint(
            ["item_id"], ["rectification_items.id"], name=op.f("fk_milestones_item_id_rectification_items")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_milestones")),
        sa.UniqueConstraint("item_id", "ordinal", name=op.f("uq_milestones_item_id_ordinal")),
    )
    op.create_table(
        "evidence",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("item_id", sa.Uuid(), nullable=False),
        sa.Column("milestone_id", sa.Uuid(), nullable=True),
        sa.Column("series_id", sa.Uuid(), nullable=False, comment="the first version's id"),
        sa.Column("version", sa.SmallInteger(), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("attachment_id", sa.Uuid(), nullable=False),
        sa.Column("sha256", sa.LargeBinary(), nullable=False),
        sa.Column("effective_on", sa.Date(), nullable=False),
        sa.Column("expires_on", sa.Date(), nullable=True),
        sa.Column("added_by", sa.Text(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["item_id"], ["rectification_items.id"], name=op.f("fk_evidence_item_id_rectification_items")
        ),
        sa.ForeignKeyConstraint(
            ["milestone_id"], ["milestones.id"], name=op.f("fk_evidence_milestone_id_milestones")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_evidence")),
        sa.UniqueConstraint("series_id", "version", name=op.f("uq_evidence_series_id_version")),
    )
    op.create_index(op.f("ix_evidence_item_id"), "evidence", ["item_id"], unique=False)
    op.create_table(
        "item_verifications",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("item_id", sa.Uuid(), nullable=False),
        sa.Column(
            "result", sa.Text(), nullable=False, comment="verified, rejected, rebound, false or superficial"
        ),
        sa.Column("method", sa.Text(), nullable=True),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("body_path", sa.Text(), nullable=False),
        sa.Column("officer_id", sa.Text(), nullable=False),
        sa.Column("done_on", sa.Date(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["item_id"],
            ["rectification_items.id"],
            name=op.f("fk_item_verifications_item_id_rectification_items"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_item_verifications")),
    )
    op.create_index(op.f("ix_item_verifications_item_id"), "item_verifications", ["item_id"], unique=False)
    op.create_table(
        "false_rectifications",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("item_id", sa.Uuid(), nullable=False),
        sa.Column("inspected_organization_id", sa.Uuid(), nullable=True),
        sa.Column("outcome", sa.Text(), nullable=False),
        sa.Column("found_by", sa.Text(), nullable=False),
        sa.Column("rectifier_path", sa.Text(), nullable=False),
        sa.Column("acceptor_path", sa.Text(), nullable=False),
        sa.Column("accepted_on", sa.Date(), nullable=False),
        sa.Column("found_on", sa.Date(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["inspected_organization_id"],
            ["inspected_organizations.id"],
            name=op.f("fk_false_rectifications_inspected_organization_id_inspected_organizations"),
        ),
        sa.ForeignKeyConstraint(
            ["item_id"],
            ["rectification_items.id"],
            name=op.f("fk_false_rectifications_item_id_rectification_items"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_false_rectifications")),
    )
    op.create_index(
        op.f("ix_false_rectifications_inspected_organization_id"),
        "false_rectifications",
        ["inspected_organization_id"],
        unique=False,
    )
    op.create_index(
        op.f("ix_false_rectifications_item_id"), "false_rectifications", ["item_id"], unique=False
    )


def downgrade() -> None:
    """Drop the tables, those whose policies look at others first."""
    for table in (
        "false_rectifications",
        "item_verifications",
        "evidence",
        "milestones",
        "rectification_items",
    ):
        op.drop_table(table)
