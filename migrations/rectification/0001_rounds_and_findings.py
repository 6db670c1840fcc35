"""Rounds, inspected organisations, findings, joint reviews and clues handed over.

Why: what an inspection found has an owner, a window and three bodies that see to it; clues lie apart.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

from shared.auth.rls import child_policy_sql, policy_sql

from migrations.rights import append_only, read_write

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Create the tables, say who may do what with each, and raise the second wall."""
    _tables()
    read_write(
        "inspection_rounds", "inspected_organizations", "findings", "joint_reviews", "transferred_clues"
    )
    append_only("joint_opinions", "publications")
    for table in ("inspection_rounds", "inspected_organizations", "joint_reviews", "transferred_clues"):
        _run(policy_sql(table))
    _run(child_policy_sql("findings", "inspected_organizations", "inspected_organization_id"))
    _run(child_policy_sql("publications", "inspected_organizations", "inspected_organization_id"))
    _run(child_policy_sql("joint_opinions", "joint_reviews", "joint_review_id"))


def _run(statements: list[str]) -> None:
    for statement in statements:
        op.execute(statement)


def _tables() -> None:
    op.create_table(
        "inspection_rounds",
        sa.Column("ordinal", sa.SmallInteger(), nullable=False),
        sa.Column("term", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("legal_regime", sa.Text(), nullable=False),
        sa.Column("window_months", sa.SmallInteger(), nullable=False),
        sa.Column("began_on", sa.Date(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("number", sa.Text(), nullable=True),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("version", sa.BigInteger(), nullable=False),
        sa.Column("holder_path", sa.Text(), nullable=False),
        sa.Column("secrecy", sa.Text(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_inspection_rounds")),
        sa.UniqueConstraint(
            "holder_path",
            "term",
            "ordinal",
            "kind",
            name=op.f("uq_inspection_rounds_holder_path_term_ordinal_kind"),
        ),
        sa.UniqueConstraint("number", name=op.f("uq_inspection_rounds_number")),
    )
    op.create_index(
        "ix_inspection_rounds_list",
        "inspection_rounds",
        [sa.literal_column("began_on DESC"), sa.literal_column("id DESC")],
        unique=False,
    )
    op.create_table(
        "inspected_organizations",
        sa.Column("round_id", sa.Uuid(), nullable=False),
        sa.Column("organisation_path", sa.Text(), nullable=False),
        sa.Column(
            "commission_path", sa.Text(), nullable=False, comment="the commission's office that supervises"
        ),
        sa.Column("department_path", sa.Text(), nullable=False, comment="the organisation department"),
        sa.Column("legal_regime", sa.Text(), nullable=False),
        sa.Column("window_months", sa.SmallInteger(), nullable=False),
        sa.Column("first_responsible", sa.Text(), nullable=False),
        sa.Column("contact", sa.Text(), nullable=False),
        sa.Column(
            "members",
            postgresql.JSONB(astext_type=sa.Text()),
            nullable=False,
            comment="name, position, portfolio",
        ),
        sa.Column("earlier_id", sa.Uuid(), nullable=True),
        sa.Column("feedback_on", sa.Date(), nullable=True),
        sa.Column("window_ends_on", sa.Date(), nullable=True),
        sa.Column("plan_version", sa.Integer(), nullable=False),
        sa.Column("plan_approved_on", sa.Date(), nullable=True),
        sa.Column("report_version", sa.Integer(), nullable=False),
        sa.Column("report_submitted_on", sa.Date(), nullable=True),
        sa.Column("report_accepted_on", sa.Date(), nullable=True),
        sa.Column("grade", sa.Text(), nullable=True),
        sa.Column("score", sa.Numeric(precision=5, scale=2), nullable=True),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("number", sa.Text(), nullable=True),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("version", sa.BigInteger(), nullable=False),
        sa.Column("holder_path", sa.Text(), nullable=False),
        sa.Column("secrecy", sa.Text(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["earlier_id"],
            ["inspected_organizations.id"],
            name=op.f("fk_inspected_organizations_earlier_id_inspected_organizations"),
        ),
        sa.ForeignKeyConstraint(
            ["round_id"],
            ["inspection_rounds.id"],
            name=op.f("fk_inspected_organizations_round_id_inspection_rounds"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_inspected_organizations")),
        sa.UniqueConstraint("number", name=op.f("uq_inspected_organizations_number")),
        sa.UniqueConstraint(
            "round_id",
            "organisation_path",
            name=op.f("uq_inspected_organizations_round_id_organisation_path"),
        ),
    )
    op.create_index(
        "ix_inspected_organizations_list",
        "inspected_organizations",
        [sa.literal_column("created_at DESC"), sa.literal_column("id DESC")],
        unique=False,
    )
    op.create_table(
        "findings",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("inspected_organization_id", sa.Uuid(), nullable=False),
        sa.Column("ordinal", sa.SmallInteger(), nullable=False),
        sa.Column("category", sa.Text(), nullable=False),
        sa.Column("severity", sa.Text(), nullable=False),
        sa.Column("basis", sa.Text(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("earlier_finding_id", sa.Uuid(), nullable=True),
        sa.Column("reopened_on", sa.Date(), nullable=True),
        sa.Column("withdrawn_on", sa.Date(), nullable=True, comment="taken back before the feedback"),
        sa.ForeignKeyConstraint(
            ["earlier_finding_id"], ["findings.id"], name=op.f("fk_findings_earlier_finding_id_findings")
        ),
        sa.ForeignKeyConstraint(
            ["inspected_organization_id"],
            ["inspected_organizations.id"],
            name=op.f("fk_findings_inspected_organization_id_inspected_organizations"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_findings")),
        sa.UniqueConstraint(
            "inspected_organization_id", "ordinal", name=op.f("uq_findings_inspected_organization_id_ordinal")
        ),
    )
    op.create_table(
        "joint_reviews",
        sa.Column("inspected_organization_id", sa.Uuid(), nullable=False),
        sa.Column("subject", sa.Text(), nullable=False),
        sa.Column("paper_version", sa.Integer(), nullable=False),
        sa.Column("outcome", sa.Text(), nullable=True),
        sa.Column("concluded_on", sa.Date(), nullable=True),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("number", sa.Text(), nullable=True),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("version", sa.BigInteger(), nullable=False),
        sa.Column("holder_path", sa.Text(), nullable=False),
        sa.Column("secrecy", sa.Text(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint("subject IN ('plan', 'report')", name=op.f("ck_joint_reviews_subject")),
        sa.ForeignKeyConstraint(
            ["inspected_organization_id"],
            ["inspected_organizations.id"],
            name=op.f("fk_joint_reviews_inspected_organization_id_inspected_organizations"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_joint_reviews")),
        sa.UniqueConstraint(
            "inspected_organization_id",
            "subject",
            "paper_version",
            name=op.f("uq_joint_reviews_inspected_organization_id_subject_paper_version"),
        ),
        sa.UniqueConstraint("number", name=op.f("uq_joint_reviews_number")),
    )
    op.create_index(
        "ix_joint_reviews_list",
        "joint_reviews",
        [sa.literal_column("created_at DESC"), sa.literal_column("id DESC")],
        unique=False,
    )
    op.create_table(
        "joint_opinions",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("joint_review_id", sa.Uuid(), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.Column("verdict", sa.Text(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("given_by", sa.Text(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["joint_review_id"],
            ["joint_reviews.id"],
            name=op.f("fk_joint_opinions_joint_review_id_joint_reviews"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_joint_opinions")),
    )
    op.create_index(
        op.f("ix_joint_opinions_joint_review_id"), "joint_opinions", ["joint_review_id"], unique=False
    )
    op.create_table(
        "publications",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("inspected_organization_id", sa.Uuid(), nullable=False),
        sa.Column("scope", sa.Text(), nullable=False),
        sa.Column("place", sa.Text(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("published_on", sa.Date(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["inspected_organization_id"],
            ["inspected_organizations.id"],
            name=op.f("fk_publications_inspected_organization_id_inspected_organizations"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_publications")),
    )
    op.create_index(
        op.f("ix_publications_inspected_organization_id"),
        "publications",
        ["inspected_organization_id"],
        unique=False,
    )
    op.create_table(
        "transferred_clues",
        sa.Column("inspected_organization_id", sa.Uuid(), nullable=False),
        sa.Column("finding_id", sa.Uuid(), nullable=True),
        sa.Column("receiver_path", sa.Text(), nullable=False),
        sa.Column("region", sa.Text(), nullable=True),
        sa.Column("field", sa.Text(), nullable=True),
        sa.Column("problem_types", postgresql.ARRAY(sa.Text()), nullable=False),
        sa.Column("transferred_on", sa.Date(), nullable=True),
        sa.Column("clue_id", sa.Uuid(), nullable=True, comment="the clue in casework"),
        sa.Column("truth_grade", sa.Text(), nullable=True),
        sa.Column("way", sa.Text(), nullable=True),
        sa.Column("concluded_on", sa.Date(), nullable=True),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("number", sa.Text(), nullable=True),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("version", sa.BigInteger(), nullable=False),
        sa.Column("holder_path", sa.Text(), nullable=False),
        sa.Column("secrecy", sa.Text(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["finding_id"], ["findings.id"], name=op.f("fk_transferred_clues_finding_id_findings")
        ),
        sa.ForeignKeyConstraint(
            ["inspected_organization_id"],
            ["inspected_organizations.id"],
            name=op.f("fk_transferred_clues_inspected_organization_id_inspected_organizations"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_transferred_clues")),
        sa.UniqueConstraint("number", name=op.f("uq_transferred_clues_number")),
    )
    op.create_index(
        op.f("ix_transferred_clues_inspected_organization_id"),
        "transferred_clues",
        ["inspected_organization_id"],
        unique=False,
    )
    op.create_index(
        "ix_transferred_clues_list",
        "transferred_clues",
        [sa.literal_column("created_at DESC"), sa.literal_column("id DESC")],
        unique=False,
    )


def downgrade() -> None:
    """Drop the tables, those whose policies look at others first."""
    for table in (
        "transferred_clues",
        "publications",
        "joint_opinions",
        "joint_reviews",
        "findings",
        "inspected_organizations",
        "inspection_rounds",
    ):
        op.drop_table(table)
