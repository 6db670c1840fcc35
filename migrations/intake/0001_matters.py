"""Reports, demands, sealed texts and identities, receipts, dialogue and answers.

Why: what people bring in is kept apart from who they are and what they wrote, so that each has its own wall.
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

HELD = (
    "EXISTS (SELECT FROM receipts c WHERE c.object_id = {table}.id AND encode(c.receipt_hash, 'hex') = "
    "ANY(string_to_array(current_setting('app.receipt', true), ',')))"
)


def upgrade() -> None:
    """Create the tables, say who may do what with each, and raise the second wall."""
    _tables()
    read_write("reports", "demands")
    append_only("contents", "reporters", "messages", "extracts", "opinions", "receipts")
    for table in ("reports", "demands"):
        _run(policy_sql(table, public=HELD.format(table=table)))
    for table in ("contents", "reporters", "messages", "extracts", "opinions"):
        _run(child_policy_sql(table, ("reports", "demands"), "object_id"))
    _run(
        [
            "ALTER TABLE receipts ENABLE ROW LEVEL SECURITY",
            "ALTER TABLE receipts FORCE ROW LEVEL SECURITY",
            "CREATE POLICY receipts_added ON receipts FOR INSERT WITH CHECK (true)",
            (
                "CREATE POLICY receipts_seen ON receipts FOR SELECT USING (CASE (SELECT current_setting("
                "'app.kind', true)) WHEN 'worker' THEN true WHEN 'public' THEN encode(receipt_hash, 'hex') ="
                " ANY(string_to_array(current_setting('app.receipt', true), ',')) ELSE false END)"
            ),
        ]
    )


def _run(statements: list[str]) -> None:
    for statement in statements:
        op.execute(statement)


def _tables() -> None:
    op.create_table(
        "contents",
        sa.Column("object_id", sa.Uuid(), nullable=False),
        sa.Column("content", sa.LargeBinary(), nullable=False),
        sa.Column("subjects", sa.LargeBinary(), nullable=True),
        sa.PrimaryKeyConstraint("object_id", name=op.f("pk_contents")),
    )
    op.create_table(
        "demands",
        sa.Column("channel", sa.Text(), nullable=False),
        sa.Column("region", sa.Text(), nullable=True),
        sa.Column("field", sa.Text(), nullable=True),
        sa.Column("received_on", sa.Date(), nullable=False),
        sa.Column("legal_regime", sa.Text(), nullable=False),
        sa.Column("is_anonymous", sa.Boolean(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=True),
        sa.Column("department_path", sa.Text(), nullable=True),
        sa.Column("report_id", sa.Uuid(), nullable=True),
        sa.Column("view", sa.Text(), nullable=True),
        sa.Column("reason", sa.Text(), nullable=True),
        sa.Column("answered_on", sa.Date(), nullable=True),
        sa.Column("satisfaction", sa.SmallInteger(), nullable=True),
        sa.Column("had_review", sa.Boolean(), nullable=False),
        sa.Column("had_final_review", sa.Boolean(), nullable=False),
        sa.Column("households_helped", sa.Integer(), nullable=True),
        sa.Column("money_paid_back", sa.BigInteger(), nullable=True, comment="yuan cents"),
        sa.Column("documents_issued", sa.Integer(), nullable=True),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("number", sa.Text(), nullable=True),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("version", sa.BigInteger(), nullable=False),
        sa.Column("holder_path", sa.Text(), nullable=False),
        sa.Column("secrecy", sa.Text(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint("satisfaction BETWEEN 1 AND 5", name=op.f("ck_demands_satisfaction")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_demands")),
        sa.UniqueConstraint("number", name=op.f("uq_demands_number")),
    )
    op.create_index(
        "ix_demands_held",
        "demands",
        ["holder_path", sa.literal_column("received_on DESC"), sa.literal_column("id DESC")],
        unique=False,
        postgresql_ops={"holder_path": "text_pattern_ops"},
    )
    op.create_index(
        "ix_demands_list",
        "demands",
        [sa.literal_column("received_on DESC"), sa.literal_column("id DESC")],
        unique=False,
    )
    op.create_index(
        "ix_demands_state",
        "demands",
        ["state", sa.literal_column("received_on DESC"), sa.literal_column("id DESC")],
        unique=False,
    )
    op.create_table(
        "extracts",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("object_id", sa.Uuid(), nullable=False),
        sa.Column("to_path", sa.Text(), nullable=False),
        sa.Column("text", sa.LargeBinary(), nullable=False),
        sa.Column("made_by", sa.Text(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_extracts")),
    )
    op.create_index(op.f("ix_extracts_object_id"), "extracts", ["object_id"], unique=False)
    op.create_table(
        "messages",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("inserted", sa.BigInteger(), sa.Identity(always=True), nullable=False),
        sa.Column("object_id", sa.Uuid(), nullable=False),
        sa.Column("sender", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("text", sa.LargeBinary(), nullable=False),
        sa.Column("on", sa.Date(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_messages")),
    )
    op.create_index(op.f("ix_messages_object_id"), "messages", ["object_id"], unique=False)
    op.create_table(
        "opinions",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("object_id", sa.Uuid(), nullable=False),
        sa.Column("view", sa.Text(), nullable=False),
        sa.Column("text", sa.LargeBinary(), nullable=False),
        sa.Column("by_path", sa.Text(), nullable=False),
        sa.Column("on", sa.Date(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_opinions")),
    )
    op.create_index(op.f("ix_opinions_object_id"), "opinions", ["object_id"], unique=False)
    op.create_table(
        "receipts",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("receipt_hash", sa.LargeBinary(), nullable=False),
        sa.Column("object_type", sa.Text(), nullable=False),
        sa.Column("object_id", sa.Uuid(), nullable=False),
        sa.Column("commitment", sa.LargeBinary(), nullable=False),
        sa.Column("audit_id", sa.Uuid(), nullable=False),
        sa.Column("voided", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_receipts")),
        sa.UniqueConstraint("commitment", name=op.f("uq_receipts_commitment")),
        sa.UniqueConstraint("receipt_hash", name=op.f("uq_receipts_receipt_hash")),
    )
    op.create_index(op.f("ix_receipts_object_id"), "receipts", ["object_id"], unique=False)
    op.create_table(
        "reporters",
        sa.Column("object_id", sa.Uuid(), nullable=False),
        sa.Column("identity", sa.LargeBinary(), nullable=False),
        sa.Column("consent_to_share", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("object_id", name=op.f("pk_reporters")),
    )
    op.create_table(
        "reports",
        sa.Column("category", sa.Text(), nullable=False),
        sa.Column("channel", sa.Text(), nullable=False),
        sa.Column("region", sa.Text(), nullable=True),
        sa.Column("field", sa.Text(), nullable=True),
        sa.Column("received_on", sa.Date(), nullable=False),
        sa.Column("legal_regime", sa.Text(), nullable=False),
        sa.Column("named_status", sa.Text(), nullable=False),
        sa.Column("problem_types", postgresql.ARRAY(sa.Text()), nullable=False),
        sa.Column("is_duplicate_of", sa.Uuid(), nullable=True),
        sa.Column("split_from", sa.Uuid(), nullable=True),
        sa.Column("office_path", sa.Text(), nullable=True),
        sa.Column("clue_id", sa.Uuid(), nullable=True),
        sa.Column("reason", sa.Text(), nullable=True),
        sa.Column("truth_grade", sa.Text(), nullable=True),
        sa.Column("concluded_on", sa.Date(), nullable=True),
        sa.Column("new_evidence_on", sa.Date(), nullable=True),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("number", sa.Text(), nullable=True),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("version", sa.BigInteger(), nullable=False),
        sa.Column("holder_path", sa.Text(), nullable=False),
        sa.Column("secrecy", sa.Text(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint(
            "named_status IN ('named', 'anonymous', 'unverified')", name=op.f("ck_reports_named_status")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_reports")),
        sa.UniqueConstraint("number", name=op.f("uq_reports_number")),
    )
    op.create_index(
        "ix_reports_held",
        "reports",
        ["holder_path", sa.literal_column("received_on DESC"), sa.literal_column("id DESC")],
        unique=False,
        postgresql_ops={"holder_path": "text_pattern_ops"},
    )
    op.create_index(
        "ix_reports_list",
        "reports",
        [sa.literal_column("received_on DESC"), sa.literal_column("id DESC")],
        unique=False,
    )
    op.create_index(
        "ix_reports_state",
        "reports",
        ["state", sa.literal_column("received_on DESC"), sa.literal_column("id DESC")],
        unique=False,
    )


def downgrade() -> None:
    """Drop the tables, those whose policies look at others first."""
    for table in (
        "contents",
        "reporters",
        "messages",
        "extracts",
        "opinions",
        "reports",
        "demands",
        "receipts",
    ):
        op.drop_table(table)
