"""Satisfaction surveys.

Why: a token is used once and forgotten, so that no answer leads back to who gave it.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from shared.auth.rls import child_policy_sql

from migrations.rights import append_only, read_write

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Create the tables, say who may do what with each, and raise the second wall."""
    _tables()
    append_only("surveys", "survey_answers")
    read_write("survey_tokens", delete=True)
    for statement in (
        *child_policy_sql("surveys", "evaluations", "evaluation_id"),
        *child_policy_sql("survey_tokens", "surveys", "survey_id"),
        *child_policy_sql("survey_answers", "surveys", "survey_id"),
    ):
        op.execute(statement)


def _tables() -> None:
    op.create_table(
        "surveys",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("evaluation_id", sa.Uuid(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("issued", sa.Integer(), nullable=False),
        sa.Column("opened_on", sa.Date(), nullable=False),
        sa.Column("opened_by", sa.Text(), nullable=False),
        sa.CheckConstraint("kind IN ('staff', 'public')", name=op.f("ck_surveys_kind")),
        sa.ForeignKeyConstraint(
            ["evaluation_id"], ["evaluations.id"], name=op.f("fk_surveys_evaluation_id_evaluations")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_surveys")),
        sa.UniqueConstraint("evaluation_id", "kind", name=op.f("uq_surveys_evaluation_id_kind")),
    )
    op.create_table(
        "survey_tokens",
        sa.Column("sha256", sa.LargeBinary(), nullable=False),
        sa.Column("survey_id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(
            ["survey_id"], ["surveys.id"], name=op.f("fk_survey_tokens_survey_id_surveys")
        ),
        sa.PrimaryKeyConstraint("sha256", name=op.f("pk_survey_tokens")),
    )
    op.create_index(op.f("ix_survey_tokens_survey_id"), "survey_tokens", ["survey_id"], unique=False)
    op.create_table(
        "survey_answers",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("survey_id", sa.Uuid(), nullable=False),
        sa.Column("score", sa.SmallInteger(), nullable=False),
        sa.Column("answered_on", sa.Date(), nullable=False),
        sa.CheckConstraint("score BETWEEN 1 AND 5", name=op.f("ck_survey_answers_score")),
        sa.ForeignKeyConstraint(
            ["survey_id"], ["surveys.id"], name=op.f("fk_survey_answers_survey_id_surveys")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_survey_answers")),
    )
    op.create_index(op.f("ix_survey_answers_survey_id"), "survey_answers", ["survey_id"], unique=False)


def downgrade() -> None:
    """Drop the tables, those whose policies look at others first."""
    for table in ("survey_answers", "survey_tokens", "surveys"):
        op.drop_table(table)
