"""Evaluations with marks, discussions and frozen results; what follows from the grade poor.

Why: a score can be made again by anybody allowed, from inputs that nobody could change.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

from shared.auth.rls import child_policy_sql, further_parent_sql, policy_sql

from migrations.rights import append_only, read_write

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None

CHILDREN = ("evaluation_marks", "evaluation_submissions", "evaluation_discussions", "evaluation_results")


def upgrade() -> None:
    """Create the tables, say who may do what with each, and raise the second wall."""
    _tables()
    read_write("evaluations", "follow_ups")
    append_only(*CHILDREN)
    for table in ("evaluations", "follow_ups"):
        _run(policy_sql(table))
        _run(further_parent_sql("papers", table, "object_id"))
    for table in CHILDREN:
        _run(child_policy_sql(table, "evaluations", "evaluation_id"))


def _run(statements: list[str]) -> None:
    for statement in statements:
        op.execute(statement)


def _tables() -> None:
    op.create_table(
        "evaluations",
        sa.Column("inspected_organization_id", sa.Uuid(), nullable=False),
        sa.Column("organisation_path", sa.Text(), nullable=False),
        sa.Column("index_code", sa.Text(), nullable=False),
        sa.Column("index_version", sa.Text(), nullable=False),
        sa.Column("daily_weight", sa.Numeric(precision=4, scale=2), nullable=False),
        sa.Column("central_weight", sa.Numeric(precision=4, scale=2), nullable=False),
        sa.Column("leader", sa.Text(), nullable=True),
        sa.Column(
            "evaluators",
            postgresql.ARRAY(sa.Text()),
            nullable=False,
            comment="ids of the officers of the team",
        ),
        sa.Column(
            "ratios",
            postgresql.JSONB(astext_type=sa.Text()),
            nullable=False,
            comment="what the system counted",
        ),
        sa.Column("draft_total", sa.Numeric(precision=5, scale=2), nullable=True),
        sa.Column("objected_on", sa.Date(), nullable=True),
        sa.Column("total", sa.Numeric(precision=5, scale=2), nullable=True),
        sa.Column("grade", sa.Text(), nullable=True),
        sa.Column("confirmed_on", sa.Date(), nullable=True),
        sa.Column("applied_on", sa.Date(), nullable=True),
        sa.Column("result_sha256", sa.LargeBinary(), nullable=True),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("number", sa.Text(), nullable=True),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("version", sa.BigInteger(), nullable=False),
        sa.Column("holder_path", sa.Text(), nullable=False),
        sa.Column("secrecy", sa.Text(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint(
            "daily_weight >= 0 AND central_weight >= 0 AND daily_weight + central_weight > 0",
            name=op.f("ck_evaluations_weights"),
        ),
        sa.ForeignKeyConstraint(
            ["inspected_organization_id"],
            ["inspected_organizations.id"],
            name=op.f("fk_evaluations_inspected_organization_id_inspected_organizations"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_evaluations")),
        sa.UniqueConstraint(
            "inspected_organization_id", name=op.f("uq_evaluations_inspected_organization_id")
        ),
        sa.UniqueConstraint("number", name=op.f("uq_evaluations_number")),
    )
    op.create_index(
        "ix_evaluations_list",
        "evaluations",
        [sa.literal_column("created_at DESC"), sa.literal_column("id DESC")],
        unique=False,
    )
    op.create_table(
        "evaluation_marks",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("evaluation_id", sa.Uuid(), nullable=False),
        sa.Column("source", sa.Text(), nullable=False),
        sa.Column("item", sa.Text(), nullable=False),
        sa.Column("evaluator", sa.Text(), nullable=False),
        sa.Column("points", sa.Numeric(precision=5, scale=2), nullable=True, comment="none: not observable"),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint("source IN ('daily', 'central')", name=op.f("ck_evaluation_marks_source")),
        sa.ForeignKeyConstraint(
            ["evaluation_id"], ["evaluations.id"], name=op.f("fk_evaluation_marks_evaluation_id_evaluations")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_evaluation_marks")),
    )
    op.create_index(
        "ix_evaluation_marks_evaluation", "evaluation_marks", ["evaluation_id", "at", "id"], unique=False
    )
    op.create_table(
        "evaluation_submissions",
        sa.Column("evaluation_id", sa.Uuid(), nullable=False),
        sa.Column("source", sa.Text(), nullable=False),
        sa.Column("evaluator", sa.Text(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["evaluation_id"],
            ["evaluations.id"],
            name=op.f("fk_evaluation_submissions_evaluation_id_evaluations"),
        ),
        sa.PrimaryKeyConstraint(
            "evaluation_id", "source", "evaluator", name=op.f("pk_evaluation_submissions")
        ),
    )
    op.create_table(
        "evaluation_discussions",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("evaluation_id", sa.Uuid(), nullable=False),
        sa.Column("source", sa.Text(), nullable=False),
        sa.Column("item", sa.Text(), nullable=False),
        sa.Column("record", sa.Text(), nullable=False),
        sa.Column("led_by", sa.Text(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["evaluation_id"],
            ["evaluations.id"],
            name=op.f("fk_evaluation_discussions_evaluation_id_evaluations"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_evaluation_discussions")),
    )
    op.create_index(
        op.f("ix_evaluation_discussions_evaluation_id"),
        "evaluation_discussions",
        ["evaluation_id"],
        unique=False,
    )
    op.create_table(
        "evaluation_results",
        sa.Column("evaluation_id", sa.Uuid(), nullable=False),
        sa.Column("inspected_organization_id", sa.Uuid(), nullable=False),
        sa.Column("document", postgresql.JSONB(astext_type=sa.Text()), nullable=False),
        sa.Column("sha256", sa.LargeBinary(), nullable=False),
        sa.Column("total", sa.Numeric(precision=5, scale=2), nullable=False),
        sa.Column("grade", sa.Text(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["evaluation_id"],
            ["evaluations.id"],
            name=op.f("fk_evaluation_results_evaluation_id_evaluations"),
        ),
        sa.ForeignKeyConstraint(
            ["inspected_organization_id"],
            ["inspected_organizations.id"],
            name=op.f("fk_evaluation_results_inspected_organization_id_inspected_organizations"),
        ),
        sa.PrimaryKeyConstraint("evaluation_id", name=op.f("pk_evaluation_results")),
        sa.UniqueConstraint(
            "inspected_organization_id", name=op.f("uq_evaluation_results_inspected_organization_id")
        ),
    )
    op.create_table(
        "follow_ups",
        sa.Column("evaluation_id", sa.Uuid(), nullable=False),
        sa.Column("inspected_organization_id", sa.Uuid(), nullable=False),
        sa.Column("organisation_path", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("reminder_id", sa.Uuid(), nullable=True),
        sa.Column("done_on", sa.Date(), nullable=True),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("number", sa.Text(), nullable=True),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("version", sa.BigInteger(), nullable=False),
        sa.Column("holder_path", sa.Text(), nullable=False),
        sa.Column("secrecy", sa.Text(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["evaluation_id"], ["evaluations.id"], name=op.f("fk_follow_ups_evaluation_id_evaluations")
        ),
        sa.ForeignKeyConstraint(
            ["inspected_organization_id"],
            ["inspected_organizations.id"],
            name=op.f("fk_follow_ups_inspected_organization_id_inspected_organizations"),
        ),
        sa.ForeignKeyConstraint(
            ["reminder_id"], ["reminders.id"], name=op.f("fk_follow_ups_reminder_id_reminders")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_follow_ups")),
        sa.UniqueConstraint("evaluation_id", "kind", name=op.f("uq_follow_ups_evaluation_id_kind")),
        sa.UniqueConstraint("number", name=op.f("uq_follow_ups_number")),
    )
    op.create_index(
        op.f("ix_follow_ups_inspected_organization_id"),
        "follow_ups",
        ["inspected_organization_id"],
        unique=False,
    )
    op.create_index(
        "ix_follow_ups_list",
        "follow_ups",
        [sa.literal_column("created_at DESC"), sa.literal_column("id DESC")],
        unique=False,
    )


def downgrade() -> None:
    """Drop the tables, those whose policies look at others first."""
    for table in ("evaluations", "follow_ups"):
        for kind in ("seen", "changed"):
            op.execute(f"DROP POLICY papers_{kind}_with_{table} ON papers")
    for table in (*CHILDREN, "follow_ups", "evaluations"):
        op.drop_table(table)
