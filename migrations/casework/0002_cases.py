"""Cases, the persons they are about, what is decided about them, and appeals.

Why: a clue whose filing both principals signed becomes a case, which is investigated, reviewed by others, decided and
carried out; who appeals is heard by people who had no part in it.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

from shared.auth.rls import child_policy_sql, further_parent_sql, policy_sql

from migrations.rights import append_only, read_write

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

CHANGING = ("case_subjects", "case_members", "case_restrictions", "case_follow_ups")
WRITTEN_ONCE = ("case_outcomes", "case_executions", "case_exceptions", "case_quality_records")


def upgrade() -> None:
    """Create the tables, say who may do what with each, and raise the second wall."""
    _cases()
    _people()
    _outcomes()
    _records()
    read_write("cases", "appeals", *CHANGING)
    append_only(*WRITTEN_ONCE)
    _run(policy_sql("cases"))
    for table in ("appeals", *CHANGING, *WRITTEN_ONCE):
        _run(child_policy_sql(table, "cases", "case_id"))
    for parent in ("cases", "appeals"):
        _run(further_parent_sql("papers", parent, "object_id"))


def _run(statements: list[str]) -> None:
    for statement in statements:
        op.execute(statement)


def _cases() -> None:
    op.create_table(
        "cases",
        sa.Column("clue_id", sa.Uuid(), nullable=False),
        sa.Column("verification_id", sa.Uuid(), nullable=True),
        sa.Column("legal_regime", sa.Text(), nullable=False),
        sa.Column("case_type", sa.Text(), nullable=True),
        sa.Column("track", sa.Text(), nullable=False),
        sa.Column("region", sa.Text(), nullable=True),
        sa.Column("field", sa.Text(), nullable=True),
        sa.Column(
            "round", sa.SmallInteger(), nullable=False, comment="how often the investigation was begun"
        ),
        sa.Column("reported_round", sa.SmallInteger(), nullable=False, comment="the round last reported on"),
        sa.Column("review_path", sa.Text(), nullable=True, comment="the office that reviews it"),
        sa.Column("authority_path", sa.Text(), nullable=True, comment="who decides, if not we ourselves"),
        sa.Column("filed_on", sa.Date(), nullable=True),
        sa.Column("decided_on", sa.Date(), nullable=True),
        sa.Column("served_on", sa.Date(), nullable=True),
        sa.Column("closed_on", sa.Date(), nullable=True),
        sa.Column("is_clearing_needed", sa.Boolean(), nullable=True),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("number", sa.Text(), nullable=True),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("version", sa.BigInteger(), nullable=False),
        sa.Column("holder_path", sa.Text(), nullable=False),
        sa.Column("secrecy", sa.Text(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["clue_id"], ["clues.id"], name=op.f("fk_cases_clue_id_clues")),
        sa.ForeignKeyConstraint(
            ["verification_id"], ["verifications.id"], name=op.f("fk_cases_verification_id_verifications")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_cases")),
        sa.UniqueConstraint("clue_id", name=op.f("uq_cases_clue_id")),
        sa.UniqueConstraint("number", name=op.f("uq_cases_number")),
    )
    op.create_index("ix_cases_decided_on", "cases", ["decided_on"], unique=False)
    op.create_index(
        "ix_cases_held",
        "cases",
        ["holder_path", sa.literal_column("created_at DESC"), sa.literal_column("id DESC")],
        unique=False,
    )
    op.create_index(
        "ix_cases_state",
        "cases",
        ["state", sa.literal_column("created_at DESC"), sa.literal_column("id DESC")],
        unique=False,
    )


def _people() -> None:
    op.create_table(
        "case_subjects",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("case_id", sa.Uuid(), nullable=False),
        sa.Column("position", sa.SmallInteger(), nullable=False),
        sa.Column("identity", sa.LargeBinary(), nullable=False),
        sa.Column("organisation", sa.Text(), nullable=True, comment="code of the unit, if it has one"),
        sa.Column("is_party_member", sa.Boolean(), nullable=False),
        sa.Column("supervisee_kind", sa.Text(), nullable=True),
        sa.Column("subject_rank", sa.Text(), nullable=False),
        sa.Column("is_retired", sa.Boolean(), nullable=False),
        sa.Column("is_committee_managed", sa.Boolean(), nullable=False),
        sa.Column("is_same_level_member", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(["case_id"], ["cases.id"], name=op.f("fk_case_subjects_case_id_cases")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_case_subjects")),
    )
    op.create_index(op.f("ix_case_subjects_case_id"), "case_subjects", ["case_id"], unique=False)
    op.create_table(
        "appeals",
        sa.Column("case_id", sa.Uuid(), nullable=False),
        sa.Column("subject_id", sa.Uuid(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("lodged_on", sa.Date(), nullable=False),
        sa.Column("result", sa.Text(), nullable=True),
        sa.Column("decided_on", sa.Date(), nullable=True),
        sa.Column("served_on", sa.Date(), nullable=True),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("number", sa.Text(), nullable=True),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("version", sa.BigInteger(), nullable=False),
        sa.Column("holder_path", sa.Text(), nullable=False),
        sa.Column("secrecy", sa.Text(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["case_id"], ["cases.id"], name=op.f("fk_appeals_case_id_cases")),
        sa.ForeignKeyConstraint(
            ["subject_id"], ["case_subjects.id"], name=op.f("fk_appeals_subject_id_case_subjects")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_appeals")),
        sa.UniqueConstraint("number", name=op.f("uq_appeals_number")),
    )
    op.create_index(op.f("ix_appeals_case_id"), "appeals", ["case_id"], unique=False)
    op.create_index(
        "ix_appeals_held",
        "appeals",
        ["holder_path", sa.literal_column("created_at DESC"), sa.literal_column("id DESC")],
        unique=False,
    )
    op.create_index(
        "uq_appeals_open",
        "appeals",
        ["subject_id", "kind"],
        unique=True,
        postgresql_where=sa.text("state IN ('lodged', 'accepted', 'examining')"),
    )
    op.create_table(
        "case_members",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("case_id", sa.Uuid(), nullable=False),
        sa.Column("appeal_id", sa.Uuid(), nullable=True),
        sa.Column("part", sa.Text(), nullable=False),
        sa.Column("officer_id", sa.Text(), nullable=False),
        sa.Column("login", sa.Text(), nullable=False),
        sa.Column("organisation_path", sa.Text(), nullable=False),
        sa.Column("is_leader", sa.Boolean(), nullable=False),
        sa.Column("since", sa.DateTime(timezone=True), nullable=False),
        sa.Column("until", sa.DateTime(timezone=True), nullable=True),
        sa.CheckConstraint(
            "part IN ('preliminary', 'team', 'review', 'appeal')", name=op.f("ck_case_members_part")
        ),
        sa.ForeignKeyConstraint(
            ["appeal_id"], ["appeals.id"], name=op.f("fk_case_members_appeal_id_appeals")
        ),
        sa.ForeignKeyConstraint(["case_id"], ["cases.id"], name=op.f("fk_case_members_case_id_cases")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_case_members")),
    )
    op.create_index(
        "uq_case_members_present",
        "case_members",
        ["case_id", "part", "officer_id"],
        unique=True,
        postgresql_where=sa.text("until IS NULL AND appeal_id IS NULL"),
    )


def _outcomes() -> None:
    op.create_table(
        "case_outcomes",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("case_id", sa.Uuid(), nullable=False),
        sa.Column("subject_id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.SmallInteger(), nullable=False),
        sa.Column("source", sa.Text(), nullable=False),
        sa.Column("party_sanction", sa.Text(), nullable=True),
        sa.Column("probation_years", sa.SmallInteger(), nullable=True),
        sa.Column("party_ends_on", sa.Date(), nullable=True),
        sa.Column(
            "government_sanctions", postgresql.ARRAY(sa.Text()), nullable=False, comment="one for each act"
        ),
        sa.Column("government_sanction", sa.Text(), nullable=True, comment="the heaviest, carried out"),
        sa.Column("term_months", sa.SmallInteger(), nullable=True),
        sa.Column("government_ends_on", sa.Date(), nullable=True),
        sa.Column("organisational_handling", postgresql.ARRAY(sa.Text()), nullable=False),
        sa.Column("education_measures", postgresql.ARRAY(sa.Text()), nullable=False),
        sa.Column("changes_benefits", sa.Boolean(), nullable=False),
        sa.Column("lighter_factors", postgresql.ARRAY(sa.Text()), nullable=False),
        sa.Column("heavier_factors", postgresql.ARRAY(sa.Text()), nullable=False),
        sa.Column("confiscate", sa.BigInteger(), nullable=False, comment="yuan cents"),
        sa.Column("recover", sa.BigInteger(), nullable=False, comment="yuan cents"),
        sa.Column("is_transferred", sa.Boolean(), nullable=False),
        sa.Column("form", sa.Text(), nullable=True, comment="the highest of the four forms"),
        sa.Column("decided_on", sa.Date(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint(
            "form IN ('form_1', 'form_2', 'form_3', 'form_4')", name=op.f("ck_case_outcomes_form")
        ),
        sa.CheckConstraint(
            "source IN ('decision', 'appeal', 'transfer')", name=op.f("ck_case_outcomes_source")
        ),
        sa.CheckConstraint("confiscate >= 0 AND recover >= 0", name=op.f("ck_case_outcomes_money")),
        sa.CheckConstraint("term_months <= 48", name=op.f("ck_case_outcomes_longest_together")),
        sa.ForeignKeyConstraint(["case_id"], ["cases.id"], name=op.f("fk_case_outcomes_case_id_cases")),
        sa.ForeignKeyConstraint(
            ["subject_id"], ["case_subjects.id"], name=op.f("fk_case_outcomes_subject_id_case_subjects")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_case_outcomes")),
        sa.UniqueConstraint("subject_id", "version", name=op.f("uq_case_outcomes_subject_id_version")),
    )
    op.create_index(op.f("ix_case_outcomes_case_id"), "case_outcomes", ["case_id"], unique=False)
    op.create_index("ix_case_outcomes_decided_on", "case_outcomes", ["decided_on"], unique=False)
    op.create_table(
        "case_executions",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("case_id", sa.Uuid(), nullable=False),
        sa.Column("subject_id", sa.Uuid(), nullable=False),
        sa.Column("body", sa.Text(), nullable=False, comment="code of the body that carried it out"),
        sa.Column("executed_on", sa.Date(), nullable=False),
        sa.Column("confiscated", sa.BigInteger(), nullable=False, comment="yuan cents"),
        sa.Column("recovered", sa.BigInteger(), nullable=False, comment="yuan cents"),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint("confiscated >= 0 AND recovered >= 0", name=op.f("ck_case_executions_money")),
        sa.ForeignKeyConstraint(["case_id"], ["cases.id"], name=op.f("fk_case_executions_case_id_cases")),
        sa.ForeignKeyConstraint(
            ["subject_id"], ["case_subjects.id"], name=op.f("fk_case_executions_subject_id_case_subjects")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_case_executions")),
    )
    op.create_index(op.f("ix_case_executions_case_id"), "case_executions", ["case_id"], unique=False)


def _records() -> None:
    op.create_table(
        "case_restrictions",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("case_id", sa.Uuid(), nullable=False),
        sa.Column("subject_id", sa.Uuid(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("from_on", sa.Date(), nullable=False),
        sa.Column("to_on", sa.Date(), nullable=True),
        sa.ForeignKeyConstraint(["case_id"], ["cases.id"], name=op.f("fk_case_restrictions_case_id_cases")),
        sa.ForeignKeyConstraint(
            ["subject_id"], ["case_subjects.id"], name=op.f("fk_case_restrictions_subject_id_case_subjects")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_case_restrictions")),
        sa.UniqueConstraint("subject_id", "kind", name=op.f("uq_case_restrictions_subject_id_kind")),
    )
    op.create_index(op.f("ix_case_restrictions_case_id"), "case_restrictions", ["case_id"], unique=False)
    op.create_table(
        "case_exceptions",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("case_id", sa.Uuid(), nullable=False),
        sa.Column("subject_id", sa.Uuid(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("from_on", sa.Date(), nullable=False),
        sa.Column("to_on", sa.Date(), nullable=True),
        sa.Column("sign_off_id", sa.Uuid(), nullable=True),
        sa.ForeignKeyConstraint(["case_id"], ["cases.id"], name=op.f("fk_case_exceptions_case_id_cases")),
        sa.ForeignKeyConstraint(
            ["subject_id"], ["case_subjects.id"], name=op.f("fk_case_exceptions_subject_id_case_subjects")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_case_exceptions")),
    )
    op.create_index(op.f("ix_case_exceptions_case_id"), "case_exceptions", ["case_id"], unique=False)
    op.create_table(
        "case_quality_records",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("case_id", sa.Uuid(), nullable=False),
        sa.Column("form", sa.Text(), nullable=False),
        sa.Column("score", sa.SmallInteger(), nullable=True),
        sa.Column("held_on", sa.Date(), nullable=False),
        sa.Column("paper_version", sa.Integer(), nullable=False),
        sa.Column("recorded_by", sa.Text(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint("score BETWEEN 0 AND 100", name=op.f("ck_case_quality_records_score")),
        sa.ForeignKeyConstraint(
            ["case_id"], ["cases.id"], name=op.f("fk_case_quality_records_case_id_cases")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_case_quality_records")),
    )
    op.create_index(
        op.f("ix_case_quality_records_case_id"), "case_quality_records", ["case_id"], unique=False
    )
    op.create_index(
        "uq_case_quality_records_once",
        "case_quality_records",
        ["case_id", "form"],
        unique=True,
        postgresql_where=sa.text("form IN ('guidance', 'replay')"),
    )
    op.create_table(
        "case_follow_ups",
        sa.Column("recommendation_id", sa.Uuid(), nullable=False),
        sa.Column("case_id", sa.Uuid(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("addressee", sa.Text(), nullable=False),
        sa.Column("drafted_on", sa.Date(), nullable=False),
        sa.Column("closed_on", sa.Date(), nullable=True),
        sa.ForeignKeyConstraint(["case_id"], ["cases.id"], name=op.f("fk_case_follow_ups_case_id_cases")),
        sa.PrimaryKeyConstraint("recommendation_id", name=op.f("pk_case_follow_ups")),
    )
    op.create_index(op.f("ix_case_follow_ups_case_id"), "case_follow_ups", ["case_id"], unique=False)


def downgrade() -> None:
    """Drop the tables and what looks at them, those whose policies look at others first."""
    for parent in ("cases", "appeals"):
        for kind in ("seen", "changed"):
            op.execute(f"DROP POLICY papers_{kind}_with_{parent} ON papers")
    for table in (*WRITTEN_ONCE, *CHANGING[1:], "appeals", "case_subjects", "cases"):
        op.drop_table(table)
