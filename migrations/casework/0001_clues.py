"""Clues, verifications, talks and their papers.

Why: what reports and other sources bring becomes a clue, and nothing happens to a clue without approval.
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
    read_write("clues", "verifications", "talk_inquiries", "verification_members")
    append_only("clue_origins", "papers", "report_signatures")
    for table in ("clues", "verifications", "talk_inquiries"):
        _run(policy_sql(table))
    _run(child_policy_sql("clue_origins", "clues", "clue_id"))
    _run(child_policy_sql("verification_members", "verifications", "verification_id"))
    _run(child_policy_sql("report_signatures", "verifications", "verification_id"))
    _run(child_policy_sql("papers", ("clues", "verifications", "talk_inquiries"), "object_id"))


def _run(statements: list[str]) -> None:
    for statement in statements:
        op.execute(statement)


def _tables() -> None:
    op.create_table(
        "clues",
        sa.Column("source", sa.Text(), nullable=False),
        sa.Column("received_on", sa.Date(), nullable=False),
        sa.Column("legal_regime", sa.Text(), nullable=False),
        sa.Column("is_named", sa.Boolean(), nullable=False),
        sa.Column("problem_types", postgresql.ARRAY(sa.Text()), nullable=False),
        sa.Column(
            "subject_organisations",
            postgresql.ARRAY(sa.Text()),
            nullable=False,
            comment="codes of the subjects' units",
        ),
        sa.Column("category", sa.Text(), nullable=True),
        sa.Column("region", sa.Text(), nullable=True),
        sa.Column("field", sa.Text(), nullable=True),
        sa.Column("amount", sa.BigInteger(), nullable=True, comment="yuan cents"),
        sa.Column("report_id", sa.Uuid(), nullable=True, comment="the first of its reports, if any"),
        sa.Column("office_path", sa.Text(), nullable=True),
        sa.Column("case_type", sa.Text(), nullable=True),
        sa.Column("is_committee_managed", sa.Boolean(), nullable=False),
        sa.Column("heads_lower_committee", sa.Boolean(), nullable=False),
        sa.Column("gate_is_complete", sa.Boolean(), nullable=False),
        sa.Column("overlaps", sa.Integer(), nullable=False),
        sa.Column("way", sa.Text(), nullable=True),
        sa.Column("verification_id", sa.Uuid(), nullable=True),
        sa.Column("talk_inquiry_id", sa.Uuid(), nullable=True),
        sa.Column("next_look_on", sa.Date(), nullable=True),
        sa.Column("ground", sa.Text(), nullable=True),
        sa.Column("truth_grade", sa.Text(), nullable=True),
        sa.Column("concluded_on", sa.Date(), nullable=True),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("number", sa.Text(), nullable=True),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("version", sa.BigInteger(), nullable=False),
        sa.Column("holder_path", sa.Text(), nullable=False),
        sa.Column("secrecy", sa.Text(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_clues")),
        sa.UniqueConstraint("number", name=op.f("uq_clues_number")),
    )
    op.create_index(
        "ix_clues_holder_path",
        "clues",
        ["holder_path"],
        unique=False,
        postgresql_ops={"holder_path": "text_pattern_ops"},
    )
    op.create_index(
        "ix_clues_list",
        "clues",
        [sa.literal_column("received_on DESC"), sa.literal_column("id DESC")],
        unique=False,
    )
    op.create_index(
        "ix_clues_state",
        "clues",
        ["state", sa.literal_column("received_on DESC"), sa.literal_column("id DESC")],
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
    op.create_table(
        "clue_origins",
        sa.Column("clue_id", sa.Uuid(), nullable=False),
        sa.Column("object_type", sa.Text(), nullable=False),
        sa.Column("object_id", sa.Uuid(), nullable=False),
        sa.Column("linked_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["clue_id"], ["clues.id"], name=op.f("fk_clue_origins_clue_id_clues")),
        sa.PrimaryKeyConstraint("clue_id", "object_type", "object_id", name=op.f("pk_clue_origins")),
    )
    op.create_index(op.f("ix_clue_origins_object_id"), "clue_origins", ["object_id"], unique=False)
    op.create_table(
        "talk_inquiries",
        sa.Column("clue_id", sa.Uuid(), nullable=False),
        sa.Column("heads_lower_committee", sa.Boolean(), nullable=False),
        sa.Column("form", sa.Text(), nullable=True),
        sa.Column("rounds", sa.SmallInteger(), nullable=False),
        sa.Column("outcome", sa.Text(), nullable=True),
        sa.Column("is_countersigned", sa.Boolean(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("number", sa.Text(), nullable=True),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("version", sa.BigInteger(), nullable=False),
        sa.Column("holder_path", sa.Text(), nullable=False),
        sa.Column("secrecy", sa.Text(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint("form IN ('talk', 'letter')", name=op.f("ck_talk_inquiries_form")),
        sa.ForeignKeyConstraint(["clue_id"], ["clues.id"], name=op.f("fk_talk_inquiries_clue_id_clues")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_talk_inquiries")),
        sa.UniqueConstraint("number", name=op.f("uq_talk_inquiries_number")),
    )
    op.create_index(op.f("ix_talk_inquiries_clue_id"), "talk_inquiries", ["clue_id"], unique=False)
    op.create_index(
        "ix_talk_inquiries_state",
        "talk_inquiries",
        ["state", sa.literal_column("created_at DESC"), sa.literal_column("id DESC")],
        unique=False,
    )
    op.create_table(
        "verifications",
        sa.Column("clue_id", sa.Uuid(), nullable=False),
        sa.Column("heads_lower_committee", sa.Boolean(), nullable=False),
        sa.Column("truth_grade", sa.Text(), nullable=True),
        sa.Column("proposal", sa.Text(), nullable=True),
        sa.Column("report_version", sa.Integer(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("number", sa.Text(), nullable=True),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("version", sa.BigInteger(), nullable=False),
        sa.Column("holder_path", sa.Text(), nullable=False),
        sa.Column("secrecy", sa.Text(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["clue_id"], ["clues.id"], name=op.f("fk_verifications_clue_id_clues")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_verifications")),
        sa.UniqueConstraint("number", name=op.f("uq_verifications_number")),
    )
    op.create_index(op.f("ix_verifications_clue_id"), "verifications", ["clue_id"], unique=False)
    op.create_index(
        "ix_verifications_state",
        "verifications",
        ["state", sa.literal_column("created_at DESC"), sa.literal_column("id DESC")],
        unique=False,
    )
    op.create_table(
        "report_signatures",
        sa.Column("verification_id", sa.Uuid(), nullable=False),
        sa.Column("report_version", sa.Integer(), nullable=False),
        sa.Column("officer_id", sa.Text(), nullable=False),
        sa.Column("paper_sha256", sa.LargeBinary(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["verification_id"],
            ["verifications.id"],
            name=op.f("fk_report_signatures_verification_id_verifications"),
        ),
        sa.PrimaryKeyConstraint(
            "verification_id", "report_version", "officer_id", name=op.f("pk_report_signatures")
        ),
    )
    op.create_table(
        "verification_members",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("verification_id", sa.Uuid(), nullable=False),
        sa.Column("officer_id", sa.Text(), nullable=False),
        sa.Column("login", sa.Text(), nullable=False),
        sa.Column("organisation_path", sa.Text(), nullable=False),
        sa.Column("since", sa.DateTime(timezone=True), nullable=False),
        sa.Column("until", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(
            ["verification_id"],
            ["verifications.id"],
            name=op.f("fk_verification_members_verification_id_verifications"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_verification_members")),
    )
    op.create_index(
        "uq_verification_members_present",
        "verification_members",
        ["verification_id", "officer_id"],
        unique=True,
        postgresql_where=sa.text("until IS NULL"),
    )


def downgrade() -> None:
    """Drop the tables, those whose policies look at others first."""
    for table in ("papers", "report_signatures", "verification_members", "clue_origins"):
        op.drop_table(table)
    for table in ("verifications", "talk_inquiries", "clues"):
        op.drop_table(table)
