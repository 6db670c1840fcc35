"""Daily supervision, systems built and papers.

Why: measures are planned, carried out and counted; papers of every object lie sealed.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

from shared.auth.rls import child_policy_sql, policy_sql

from migrations.rights import append_only, read_write

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

PARENTS = (
    "inspected_organizations", "transferred_clues", "rectification_items", "recommendations", "reminders",
    "re_feedbacks", "issue_consultations", "material_handovers", "systems_built", "planned_measures",
)  # fmt: skip
"""Whoever sees one of these sees its papers."""


def upgrade() -> None:
    """Create the tables, say who may do what with each, and raise the second wall."""
    _tables()
    read_write(
        "special_checks", "special_check_units", "planned_measures", "re_feedbacks", "issue_consultations",
        "material_handovers", "systems_built",
    )  # fmt: skip
    append_only("supervision_measures", "papers")
    for table in (
        "special_checks",
        "planned_measures",
        "re_feedbacks",
        "issue_consultations",
        "material_handovers",
        "systems_built",
    ):
        _run(policy_sql(table))
    _run(child_policy_sql("special_check_units", "special_checks", "special_check_id"))
    _run(child_policy_sql("supervision_measures", "inspected_organizations", "inspected_organization_id"))
    _run(child_policy_sql("papers", PARENTS, "object_id"))


def _run(statements: list[str]) -> None:
    for statement in statements:
        op.execute(statement)


def _tables() -> None:
    op.create_table(
        "special_checks",
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("scheme", sa.Text(), nullable=False),
        sa.Column("planned_on", sa.Date(), nullable=False),
        sa.Column("inspectors", postgresql.ARRAY(sa.Text()), nullable=False),
        sa.Column("concluded_on", sa.Date(), nullable=True),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("number", sa.Text(), nullable=True),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("version", sa.BigInteger(), nullable=False),
        sa.Column("holder_path", sa.Text(), nullable=False),
        sa.Column("secrecy", sa.Text(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_special_checks")),
        sa.UniqueConstraint("number", name=op.f("uq_special_checks_number")),
    )
    op.create_index(
        "ix_special_checks_list",
        "special_checks",
        [sa.literal_column("planned_on DESC"), sa.literal_column("id DESC")],
        unique=False,
    )
    op.create_table(
        "special_check_units",
        sa.Column("special_check_id", sa.Uuid(), nullable=False),
        sa.Column("inspected_organization_id", sa.Uuid(), nullable=False),
        sa.Column("result", sa.Text(), nullable=True),
        sa.Column("problems", sa.Text(), nullable=False),
        sa.Column("item_ids", postgresql.ARRAY(sa.Uuid()), nullable=False, comment="items found not done"),
        sa.Column("checked_on", sa.Date(), nullable=True),
        sa.ForeignKeyConstraint(
            ["inspected_organization_id"],
            ["inspected_organizations.id"],
            name=op.f("fk_special_check_units_inspected_organization_id_inspected_organizations"),
        ),
        sa.ForeignKeyConstraint(
            ["special_check_id"],
            ["special_checks.id"],
            name=op.f("fk_special_check_units_special_check_id_special_checks"),
        ),
        sa.PrimaryKeyConstraint(
            "special_check_id", "inspected_organization_id", name=op.f("pk_special_check_units")
        ),
    )
    op.create_table(
        "supervision_measures",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("inspected_organization_id", sa.Uuid(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("mechanism", sa.Text(), nullable=False),
        sa.Column("focuses", postgresql.ARRAY(sa.Text()), nullable=False),
        sa.Column("held_on", sa.Date(), nullable=False),
        sa.Column("object", sa.Text(), nullable=False),
        sa.Column("problems", sa.Text(), nullable=False),
        sa.Column("follow_up", sa.Text(), nullable=False),
        sa.Column("item_ids", postgresql.ARRAY(sa.Uuid()), nullable=False),
        sa.Column("body_path", sa.Text(), nullable=False),
        sa.Column("officer_id", sa.Text(), nullable=False),
        sa.Column("special_check_id", sa.Uuid(), nullable=True),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["inspected_organization_id"],
            ["inspected_organizations.id"],
            name=op.f("fk_supervision_measures_inspected_organization_id_inspected_organizations"),
        ),
        sa.ForeignKeyConstraint(
            ["special_check_id"],
            ["special_checks.id"],
            name=op.f("fk_supervision_measures_special_check_id_special_checks"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_supervision_measures")),
    )
    op.create_index(
        "ix_supervision_measures_held",
        "supervision_measures",
        ["inspected_organization_id", "held_on", "id"],
        unique=False,
    )
    op.create_index(
        op.f("ix_supervision_measures_special_check_id"),
        "supervision_measures",
        ["special_check_id"],
        unique=False,
    )
    op.create_table(
        "planned_measures",
        sa.Column("inspected_organization_id", sa.Uuid(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("mechanism", sa.Text(), nullable=False),
        sa.Column("planned_on", sa.Date(), nullable=False),
        sa.Column("recurrence", sa.Text(), nullable=False),
        sa.Column("anchor_day", sa.SmallInteger(), nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("until_on", sa.Date(), nullable=True),
        sa.Column("previous_id", sa.Uuid(), nullable=True),
        sa.Column("measure_id", sa.Uuid(), nullable=True),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("number", sa.Text(), nullable=True),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("version", sa.BigInteger(), nullable=False),
        sa.Column("holder_path", sa.Text(), nullable=False),
        sa.Column("secrecy", sa.Text(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint(
            "recurrence IN ('none', 'weekly', 'monthly', 'quarterly')",
            name=op.f("ck_planned_measures_recurrence"),
        ),
        sa.ForeignKeyConstraint(
            ["inspected_organization_id"],
            ["inspected_organizations.id"],
            name=op.f("fk_planned_measures_inspected_organization_id_inspected_organizations"),
        ),
        sa.ForeignKeyConstraint(
            ["measure_id"],
            ["supervision_measures.id"],
            name=op.f("fk_planned_measures_measure_id_supervision_measures"),
        ),
        sa.ForeignKeyConstraint(
            ["previous_id"],
            ["planned_measures.id"],
            name=op.f("fk_planned_measures_previous_id_planned_measures"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_planned_measures")),
        sa.UniqueConstraint("number", name=op.f("uq_planned_measures_number")),
        sa.UniqueConstraint("previous_id", name=op.f("uq_planned_measures_previous_id")),
    )
    op.create_index(
        op.f("ix_planned_measures_inspected_organization_id"),
        "planned_measures",
        ["inspected_organization_id"],
        unique=False,
    )
    op.create_index("ix_planned_measures_list", "planned_measures", ["planned_on", "id"], unique=False)
    op.create_table(
        "re_feedbacks",
        sa.Column("inspected_organization_id", sa.Uuid(), nullable=False),
        sa.Column("items", postgresql.ARRAY(sa.Uuid()), nullable=False),
        sa.Column("delivered_on", sa.Date(), nullable=False),
        sa.Column("reply_by", sa.Date(), nullable=False),
        sa.Column("special_check_id", sa.Uuid(), nullable=True),
        sa.Column("answered_on", sa.Date(), nullable=True),
        sa.Column("returned", sa.SmallInteger(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("number", sa.Text(), nullable=True),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("version", sa.BigInteger(), nullable=False),
        sa.Column("holder_path", sa.Text(), nullable=False),
        sa.Column("secrecy", sa.Text(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["inspected_organization_id"],
            ["inspected_organizations.id"],
            name=op.f("fk_re_feedbacks_inspected_organization_id_inspected_organizations"),
        ),
        sa.ForeignKeyConstraint(
            ["special_check_id"],
            ["special_checks.id"],
            name=op.f("fk_re_feedbacks_special_check_id_special_checks"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_re_feedbacks")),
        sa.UniqueConstraint("number", name=op.f("uq_re_feedbacks_number")),
    )
    op.create_index(
        op.f("ix_re_feedbacks_inspected_organization_id"),
        "re_feedbacks",
        ["inspected_organization_id"],
        unique=False,
    )
    op.create_index(
        "ix_re_feedbacks_list",
        "re_feedbacks",
        [sa.literal_column("created_at DESC"), sa.literal_column("id DESC")],
        unique=False,
    )
    op.create_table(
        "issue_consultations",
        sa.Column("inspected_organization_id", sa.Uuid(), nullable=False),
        sa.Column("topic", sa.Text(), nullable=False),
        sa.Column("held_on", sa.Date(), nullable=False),
        sa.Column(
            "bodies", postgresql.ARRAY(sa.Text()), nullable=False, comment="paths of the bodies taking part"
        ),
        sa.Column("conclusion", sa.Text(), nullable=False),
        sa.Column(
            "tasks", postgresql.JSONB(astext_type=sa.Text()), nullable=False, comment="text, owner, due_on"
        ),
        sa.Column("asks_inspected", sa.Boolean(), nullable=False),
        sa.Column("answered_on", sa.Date(), nullable=True),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("number", sa.Text(), nullable=True),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("version", sa.BigInteger(), nullable=False),
        sa.Column("holder_path", sa.Text(), nullable=False),
        sa.Column("secrecy", sa.Text(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["inspected_organization_id"],
            ["inspected_organizations.id"],
            name=op.f("fk_issue_consultations_inspected_organization_id_inspected_organizations"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_issue_consultations")),
        sa.UniqueConstraint("number", name=op.f("uq_issue_consultations_number")),
    )
    op.create_index(
        op.f("ix_issue_consultations_inspected_organization_id"),
        "issue_consultations",
        ["inspected_organization_id"],
        unique=False,
    )
    op.create_index(
        "ix_issue_consultations_list",
        "issue_consultations",
        [sa.literal_column("held_on DESC"), sa.literal_column("id DESC")],
        unique=False,
    )
    op.create_table(
        "material_handovers",
        sa.Column("inspected_organization_id", sa.Uuid(), nullable=False),
        sa.Column("receiver_path", sa.Text(), nullable=False),
        sa.Column("materials", postgresql.ARRAY(sa.Text()), nullable=False),
        sa.Column("handed_over_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("settled_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("settled_by", sa.Text(), nullable=True),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("number", sa.Text(), nullable=True),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("version", sa.BigInteger(), nullable=False),
        sa.Column("holder_path", sa.Text(), nullable=False),
        sa.Column("secrecy", sa.Text(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["inspected_organization_id"],
            ["inspected_organizations.id"],
            name=op.f("fk_material_handovers_inspected_organization_id_inspected_organizations"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_material_handovers")),
        sa.UniqueConstraint("number", name=op.f("uq_material_handovers_number")),
    )
    op.create_index(
        op.f("ix_material_handovers_inspected_organization_id"),
        "material_handovers",
        ["inspected_organization_id"],
        unique=False,
    )
    op.create_index(
        "ix_material_handovers_list",
        "material_handovers",
        [sa.literal_column("created_at DESC"), sa.literal_column("id DESC")],
        unique=False,
    )
    op.create_table(
        "systems_built",
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("organisation_path", sa.Text(), nullable=False),
        sa.Column("effective_on", sa.Date(), nullable=False),
        sa.Column("inspected_organization_id", sa.Uuid(), nullable=True),
        sa.Column("finding_id", sa.Uuid(), nullable=True),
        sa.Column("item_id", sa.Uuid(), nullable=True),
        sa.Column("recommendation_id", sa.Uuid(), nullable=True),
        sa.Column("case_id", sa.Uuid(), nullable=True, comment="in casework"),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("number", sa.Text(), nullable=True),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("version", sa.BigInteger(), nullable=False),
        sa.Column("holder_path", sa.Text(), nullable=False),
        sa.Column("secrecy", sa.Text(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["finding_id"], ["findings.id"], name=op.f("fk_systems_built_finding_id_findings")
        ),
        sa.ForeignKeyConstraint(
            ["inspected_organization_id"],
            ["inspected_organizations.id"],
            name=op.f("fk_systems_built_inspected_organization_id_inspected_organizations"),
        ),
        sa.ForeignKeyConstraint(
            ["item_id"], ["rectification_items.id"], name=op.f("fk_systems_built_item_id_rectification_items")
        ),
        sa.ForeignKeyConstraint(
            ["recommendation_id"],
            ["recommendations.id"],
            name=op.f("fk_systems_built_recommendation_id_recommendations"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_systems_built")),
        sa.UniqueConstraint("number", name=op.f("uq_systems_built_number")),
    )
    op.create_index(
        op.f("ix_systems_built_inspected_organization_id"),
        "systems_built",
        ["inspected_organization_id"],
        unique=False,
    )
    op.create_index(
        "ix_systems_built_list",
        "systems_built",
        [sa.literal_column("effective_on DESC"), sa.literal_column("id DESC")],
        unique=False,
    )
    op.create_table(
        "papers",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("object_type", sa.Text(), nullable=False),
        sa.Column("object_id", sa.Uuid(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("content", sa.LargeBinary(), nullable=False),
        sa.Column("sha256", sa.LargeBinary(), nullable=False),
        sa.Column("made_by", sa.Text(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_papers")),
        sa.UniqueConstraint("object_id", "kind", "version", name=op.f("uq_papers_object_id_kind_version")),
    )


def downgrade() -> None:
    """Drop the tables, those whose policies look at others first."""
    for table in (
        "papers",
        "systems_built",
        "material_handovers",
        "issue_consultations",
        "re_feedbacks",
        "planned_measures",
        "supervision_measures",
        "special_check_units",
        "special_checks",
    ):
        op.drop_table(table)
