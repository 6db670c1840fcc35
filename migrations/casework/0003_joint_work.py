"""Joint tasks, secondments, the shared board, consultations and results.

Why: office, group and region work one matter under one command, and everybody sees exactly what is theirs to see.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

from shared.auth.rls import child_policy_sql, further_parent_sql, policy_sql

from migrations.rights import append_only, read_write

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

OBJECTS = ("linkage_tasks", "secondments", "board_tasks", "shares", "consultations")
OF_TASKS = (
    "linkage_participants", "linkage_members", "conflict_checks", "jurisdiction_decisions", "board_notes",
    "linkage_results", "linkage_assessments",
)  # fmt: skip
OF_CONSULTATIONS = ("consultation_participants", "consultation_opinions", "consultation_decisions")


def upgrade() -> None:
    """Create the tables, say who may do what with each, and raise the second wall.

    Two tables stand outside the wall: which ids belong together, and that a unit is taken and whom to ask about it.
    """
    _tables()
    read_write(*OBJECTS, "linkage_participants", "linkage_members", "linkage_results")
    read_write("unit_bookings", delete=True)
    append_only("linkage_circles")
    append_only(
        "conflict_checks", "jurisdiction_decisions", "board_notes", "linkage_assessments",
        *OF_CONSULTATIONS,
    )  # fmt: skip
    for table in OBJECTS:
        _run(policy_sql(table))
        _run(further_parent_sql("papers", table, "object_id"))
    for table in OF_TASKS:
        _run(child_policy_sql(table, "linkage_tasks", "task_id"))
    for table in OF_CONSULTATIONS:
        _run(child_policy_sql(table, "consultations", "consultation_id"))


def _run(statements: list[str]) -> None:
    for statement in statements:
        op.execute(statement)


def _tables() -> None:
    op.create_table(
        "linkage_circles",
        sa.Column("task_id", sa.Uuid(), nullable=False),
        sa.Column("object_id", sa.Uuid(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("task_id", "object_id", name=op.f("pk_linkage_circles")),
    )
    op.create_table(
        "linkage_tasks",
        sa.Column("matter", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("declared_by_path", sa.Text(), nullable=False),
        sa.Column("lead_path", sa.Text(), nullable=False),
        sa.Column("trigger_type", sa.Text(), nullable=True),
        sa.Column("trigger_id", sa.Uuid(), nullable=True),
        sa.Column("units", postgresql.ARRAY(sa.Text()), nullable=False),
        sa.Column("people_wanted", sa.SmallInteger(), nullable=False),
        sa.Column("planned_from", sa.Date(), nullable=True),
        sa.Column("planned_to", sa.Date(), nullable=True),
        sa.Column("merged_into", sa.Uuid(), nullable=True),
        sa.Column("concluded_on", sa.Date(), nullable=True),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("number", sa.Text(), nullable=True),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("version", sa.BigInteger(), nullable=False),
        sa.Column("holder_path", sa.Text(), nullable=False),
        sa.Column("secrecy", sa.Text(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint("planned_to >= planned_from", name=op.f("ck_linkage_tasks_planned")),
        sa.ForeignKeyConstraint(
            ["merged_into"], ["linkage_tasks.id"], name=op.f("fk_linkage_tasks_merged_into_linkage_tasks")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_linkage_tasks")),
        sa.UniqueConstraint("number", name=op.f("uq_linkage_tasks_number")),
    )
    op.create_index(
        "ix_linkage_tasks_holder_path",
        "linkage_tasks",
        ["holder_path"],
        unique=False,
        postgresql_ops={"holder_path": "text_pattern_ops"},
    )
    op.create_index(
        "ix_linkage_tasks_state",
        "linkage_tasks",
        ["state", sa.literal_column("created_at DESC"), sa.literal_column("id DESC")],
        unique=False,
    )
    op.create_table(
        "unit_bookings",
        sa.Column("task_id", sa.Uuid(), nullable=False),
        sa.Column("unit", sa.Text(), nullable=False),
        sa.Column("from_on", sa.Date(), nullable=False),
        sa.Column("to_on", sa.Date(), nullable=False),
        sa.Column("lead_path", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("task_id", "unit", name=op.f("pk_unit_bookings")),
    )
    op.create_index("ix_unit_bookings_unit", "unit_bookings", ["unit", "from_on"], unique=False)
    op.create_table(
        "board_notes",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("task_id", sa.Uuid(), nullable=False),
        sa.Column("text", sa.LargeBinary(), nullable=False),
        sa.Column("written_by", sa.Text(), nullable=False),
        sa.Column("organisation_path", sa.Text(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["task_id"], ["linkage_tasks.id"], name=op.f("fk_board_notes_task_id_linkage_tasks")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_board_notes")),
    )
    op.create_index(op.f("ix_board_notes_task_id"), "board_notes", ["task_id"], unique=False)
    op.create_table(
        "board_tasks",
        sa.Column("task_id", sa.Uuid(), nullable=False),
        sa.Column("given_to_path", sa.Text(), nullable=False),
        sa.Column("due_on", sa.Date(), nullable=False),
        sa.Column("officer_id", sa.Text(), nullable=True),
        sa.Column("login", sa.Text(), nullable=True),
        sa.Column("consultation_id", sa.Uuid(), nullable=True),
        sa.Column("returns", sa.SmallInteger(), nullable=False),
        sa.Column("reported_on", sa.Date(), nullable=True),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("number", sa.Text(), nullable=True),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("version", sa.BigInteger(), nullable=False),
        sa.Column("holder_path", sa.Text(), nullable=False),
        sa.Column("secrecy", sa.Text(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["task_id"], ["linkage_tasks.id"], name=op.f("fk_board_tasks_task_id_linkage_tasks")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_board_tasks")),
        sa.UniqueConstraint("number", name=op.f("uq_board_tasks_number")),
    )
    op.create_index(
        "ix_board_tasks_state",
        "board_tasks",
        ["state", sa.literal_column("created_at DESC"), sa.literal_column("id DESC")],
        unique=False,
    )
    op.create_index(op.f("ix_board_tasks_task_id"), "board_tasks", ["task_id"], unique=False)
    op.create_table(
        "conflict_checks",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("task_id", sa.Uuid(), nullable=False),
        sa.Column("occasion", sa.Text(), nullable=False),
        sa.Column("officer_id", sa.Text(), nullable=False),
        sa.Column("login", sa.Text(), nullable=False),
        sa.Column("organisation_path", sa.Text(), nullable=False),
        sa.Column("is_positive", sa.Boolean(), nullable=False),
        sa.Column("asked_by", sa.Text(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["task_id"], ["linkage_tasks.id"], name=op.f("fk_conflict_checks_task_id_linkage_tasks")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_conflict_checks")),
    )
    op.create_index(
        "ix_conflict_checks_task_id", "conflict_checks", ["task_id", "officer_id", "at"], unique=False
    )
    op.create_table(
        "consultations",
        sa.Column("task_id", sa.Uuid(), nullable=False),
        sa.Column("held_on", sa.Date(), nullable=False),
        sa.Column("dissents", sa.SmallInteger(), nullable=False),
        sa.Column("resolved_on", sa.Date(), nullable=True),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("number", sa.Text(), nullable=True),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("version", sa.BigInteger(), nullable=False),
        sa.Column("holder_path", sa.Text(), nullable=False),
        sa.Column("secrecy", sa.Text(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["task_id"], ["linkage_tasks.id"], name=op.f("fk_consultations_task_id_linkage_tasks")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_consultations")),
        sa.UniqueConstraint("number", name=op.f("uq_consultations_number")),
    )
    op.create_index(
        "ix_consultations_state",
        "consultations",
        ["state", sa.literal_column("created_at DESC"), sa.literal_column("id DESC")],
        unique=False,
    )
    op.create_index(op.f("ix_consultations_task_id"), "consultations", ["task_id"], unique=False)
    op.create_table(
        "jurisdiction_decisions",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("task_id", sa.Uuid(), nullable=False),
        sa.Column("form", sa.Text(), nullable=False),
        sa.Column("organ_path", sa.Text(), nullable=False),
        sa.Column("is_disputed", sa.Boolean(), nullable=False),
        sa.Column("decided_on", sa.Date(), nullable=False),
        sa.ForeignKeyConstraint(
            ["task_id"], ["linkage_tasks.id"], name=op.f("fk_jurisdiction_decisions_task_id_linkage_tasks")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_jurisdiction_decisions")),
    )
    op.create_index(
        op.f("ix_jurisdiction_decisions_task_id"), "jurisdiction_decisions", ["task_id"], unique=False
    )
    op.create_table(
        "linkage_assessments",
        sa.Column("task_id", sa.Uuid(), nullable=False),
        sa.Column("organisation_path", sa.Text(), nullable=False),
        sa.Column("dimension", sa.Text(), nullable=False),
        sa.Column("facts", postgresql.JSONB(astext_type=sa.Text()), nullable=False),
        sa.Column("recorded", sa.SmallInteger(), nullable=True),
        sa.Column("judged", sa.SmallInteger(), nullable=False),
        sa.Column("points", sa.SmallInteger(), nullable=False),
        sa.ForeignKeyConstraint(
            ["task_id"], ["linkage_tasks.id"], name=op.f("fk_linkage_assessments_task_id_linkage_tasks")
        ),
        sa.PrimaryKeyConstraint(
            "task_id", "organisation_path", "dimension", name=op.f("pk_linkage_assessments")
        ),
    )
    op.create_table(
        "linkage_members",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("task_id", sa.Uuid(), nullable=False),
        sa.Column("officer_id", sa.Text(), nullable=False),
        sa.Column("login", sa.Text(), nullable=False),
        sa.Column("organisation_path", sa.Text(), nullable=False),
        sa.Column("since", sa.DateTime(timezone=True), nullable=False),
        sa.Column("until", sa.DateTime(timezone=True), nullable=True),
        sa.Column("ended_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(
            ["task_id"], ["linkage_tasks.id"], name=op.f("fk_linkage_members_task_id_linkage_tasks")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_linkage_members")),
    )
    op.create_index("ix_linkage_members_officer_id", "linkage_members", ["officer_id"], unique=False)
    op.create_index(
        "uq_linkage_members_present",
        "linkage_members",
        ["task_id", "officer_id"],
        unique=True,
        postgresql_where=sa.text("ended_at IS NULL"),
    )
    op.create_table(
        "linkage_participants",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("task_id", sa.Uuid(), nullable=False),
        sa.Column("organisation_path", sa.Text(), nullable=False),
        sa.Column("part", sa.Text(), nullable=False),
        sa.Column("since", sa.DateTime(timezone=True), nullable=False),
        sa.Column("until", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(
            ["task_id"], ["linkage_tasks.id"], name=op.f("fk_linkage_participants_task_id_linkage_tasks")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_linkage_participants")),
    )
    op.create_index(
        "uq_linkage_participants_present",
        "linkage_participants",
        ["task_id", "organisation_path"],
        unique=True,
        postgresql_where=sa.text("until IS NULL"),
    )
    op.create_table(
        "linkage_results",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("task_id", sa.Uuid(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("credit_path", sa.Text(), nullable=False),
        sa.Column("contributor_paths", postgresql.ARRAY(sa.Text()), nullable=False),
        sa.Column("counted_on", sa.Date(), nullable=False),
        sa.Column("amount", sa.BigInteger(), nullable=False),
        sa.Column("code", sa.Text(), nullable=True),
        sa.Column("fingerprint", sa.LargeBinary(), nullable=False),
        sa.Column("details", sa.LargeBinary(), nullable=False),
        sa.Column("recommendation_id", sa.Uuid(), nullable=True),
        sa.Column("followed_up_on", sa.Date(), nullable=True),
        sa.Column("logged_by", sa.Text(), nullable=False),
        sa.Column("logged_at", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint(
            "NOT credit_path = ANY(contributor_paths)", name=op.f("ck_linkage_results_credited_once")
        ),
        sa.CheckConstraint("amount >= 0", name=op.f("ck_linkage_results_amount")),
        sa.ForeignKeyConstraint(
            ["task_id"], ["linkage_tasks.id"], name=op.f("fk_linkage_results_task_id_linkage_tasks")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_linkage_results")),
        sa.UniqueConstraint(
            "task_id", "kind", "fingerprint", name=op.f("uq_linkage_results_task_id_kind_fingerprint")
        ),
    )
    op.create_index(
        op.f("ix_linkage_results_recommendation_id"), "linkage_results", ["recommendation_id"], unique=False
    )
    op.create_index(op.f("ix_linkage_results_task_id"), "linkage_results", ["task_id"], unique=False)
    op.create_table(
        "secondments",
        sa.Column("task_id", sa.Uuid(), nullable=False),
        sa.Column("officer_id", sa.Text(), nullable=False),
        sa.Column("login", sa.Text(), nullable=False),
        sa.Column("officer_path", sa.Text(), nullable=False),
        sa.Column("home_path", sa.Text(), nullable=False),
        sa.Column("zone", sa.Text(), nullable=False),
        sa.Column("from_on", sa.Date(), nullable=False),
        sa.Column("to_on", sa.Date(), nullable=False),
        sa.Column("skill", sa.Text(), nullable=True),
        sa.Column("overlaps", sa.SmallInteger(), nullable=False),
        sa.Column("load", sa.SmallInteger(), nullable=False),
        sa.Column("other_officer_id", sa.Text(), nullable=True),
        sa.Column("other_login", sa.Text(), nullable=True),
        sa.Column("other_officer_path", sa.Text(), nullable=True),
        sa.Column("other_from_on", sa.Date(), nullable=True),
        sa.Column("other_to_on", sa.Date(), nullable=True),
        sa.Column("extended_to_on", sa.Date(), nullable=True),
        sa.Column("ended_on", sa.Date(), nullable=True),
        sa.Column("grade", sa.Text(), nullable=True),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("number", sa.Text(), nullable=True),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("version", sa.BigInteger(), nullable=False),
        sa.Column("holder_path", sa.Text(), nullable=False),
        sa.Column("secrecy", sa.Text(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint("to_on >= from_on", name=op.f("ck_secondments_period")),
        sa.ForeignKeyConstraint(
            ["task_id"], ["linkage_tasks.id"], name=op.f("fk_secondments_task_id_linkage_tasks")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_secondments")),
        sa.UniqueConstraint("number", name=op.f("uq_secondments_number")),
    )
    op.create_index(
        "ix_secondments_ending",
        "secondments",
        ["to_on"],
        unique=False,
        postgresql_where=sa.text("state IN ('begun', 'accepted')"),
    )
    op.create_index("ix_secondments_officer_id", "secondments", ["officer_id", "from_on"], unique=False)
    op.create_index(
        "ix_secondments_state",
        "secondments",
        ["state", sa.literal_column("created_at DESC"), sa.literal_column("id DESC")],
        unique=False,
    )
    op.create_index(op.f("ix_secondments_task_id"), "secondments", ["task_id"], unique=False)
    op.create_table(
        "shares",
        sa.Column("task_id", sa.Uuid(), nullable=False),
        sa.Column("object_type", sa.Text(), nullable=False),
        sa.Column("object_id", sa.Uuid(), nullable=False),
        sa.Column("officer_ids", postgresql.ARRAY(sa.Text()), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("number", sa.Text(), nullable=True),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("version", sa.BigInteger(), nullable=False),
        sa.Column("holder_path", sa.Text(), nullable=False),
        sa.Column("secrecy", sa.Text(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["task_id"], ["linkage_tasks.id"], name=op.f("fk_shares_task_id_linkage_tasks")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_shares")),
        sa.UniqueConstraint("number", name=op.f("uq_shares_number")),
    )
    op.create_index(
        "ix_shares_state",
        "shares",
        ["state", sa.literal_column("created_at DESC"), sa.literal_column("id DESC")],
        unique=False,
    )
    op.create_index(op.f("ix_shares_task_id"), "shares", ["task_id"], unique=False)
    op.create_table(
        "consultation_decisions",
        sa.Column("consultation_id", sa.Uuid(), nullable=False),
        sa.Column("place", sa.SmallInteger(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("object_id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(
            ["consultation_id"],
            ["consultations.id"],
            name=op.f("fk_consultation_decisions_consultation_id_consultations"),
        ),
        sa.PrimaryKeyConstraint("consultation_id", "place", name=op.f("pk_consultation_decisions")),
    )
    op.create_index(
        op.f("ix_consultation_decisions_object_id"), "consultation_decisions", ["object_id"], unique=False
    )
    op.create_table(
        "consultation_opinions",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("consultation_id", sa.Uuid(), nullable=False),
        sa.Column("officer_id", sa.Text(), nullable=False),
        sa.Column("position", sa.Text(), nullable=False),
        sa.Column("text", sa.LargeBinary(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["consultation_id"],
            ["consultations.id"],
            name=op.f("fk_consultation_opinions_consultation_id_consultations"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_consultation_opinions")),
        sa.UniqueConstraint(
            "consultation_id", "officer_id", name=op.f("uq_consultation_opinions_consultation_id_officer_id")
        ),
    )
    op.create_table(
        "consultation_participants",
        sa.Column("consultation_id", sa.Uuid(), nullable=False),
        sa.Column("officer_id", sa.Text(), nullable=False),
        sa.Column("login", sa.Text(), nullable=False),
        sa.Column("organisation_path", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["consultation_id"],
            ["consultations.id"],
            name=op.f("fk_consultation_participants_consultation_id_consultations"),
        ),
        sa.PrimaryKeyConstraint("consultation_id", "officer_id", name=op.f("pk_consultation_participants")),
    )


def downgrade() -> None:
    """Drop the tables, those whose policies look at others first."""
    for table in OBJECTS:
        for kind in ("seen", "changed"):
            op.execute(f"DROP POLICY papers_{kind}_with_{table} ON papers")
    for table in (*OF_CONSULTATIONS, *OF_TASKS, "unit_bookings", "linkage_circles"):
        op.drop_table(table)
    for table in reversed(OBJECTS):
        op.drop_table(table)
