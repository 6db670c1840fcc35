"""Where matters go: proposed and decided jurisdiction, what crossed at each hand-over, who is competent.

Why: a receipt opens a report that was split from its demand too, so the policies of both look at one more table.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

from shared.auth.rls import child_policy_sql, policy_sql

from migrations.rights import append_only, read_write, updatable

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

BY_RECEIPT = "encode(c.receipt_hash, 'hex') = ANY(string_to_array(current_setting('app.receipt', true), ','))"
ITSELF = "c.object_id = {table}.id"
SPLIT_OFF = "c.object_id = (SELECT m.origin_id FROM receipt_matters m WHERE m.object_id = {table}.id)"
HELD_BEFORE = f"EXISTS (SELECT FROM receipts c WHERE {ITSELF} AND {BY_RECEIPT})"
HELD = f"EXISTS (SELECT FROM receipts c WHERE ({ITSELF} OR {SPLIT_OFF}) AND {BY_RECEIPT})"
OF_ORIGIN = f"EXISTS (SELECT FROM receipts c WHERE c.object_id = origin_id AND {BY_RECEIPT})"
NOT_FOR_THE_PUBLIC = (
    "CREATE POLICY {table}_hidden ON {table} AS RESTRICTIVE FOR SELECT"
    " USING ((SELECT current_setting('app.kind', true)) <> 'public')"
)
POLICIES = ("seen", "added", "changed", "removed")


def upgrade() -> None:
    """Add the columns and tables, and let receipts open what was split off."""
    _columns()
    _tables()
    append_only("receipt_matters", "disclosures", "papers", "contact_attempts", "competences")
    updatable("competences", "until")
    read_write("reports", "demands")
    for table in ("disclosures", "papers", "contact_attempts"):
        _run(
            [
                *child_policy_sql(table, ("reports", "demands"), "object_id"),
                NOT_FOR_THE_PUBLIC.format(table=table),
            ]
        )
    _run(
        [
            "ALTER TABLE receipt_matters ENABLE ROW LEVEL SECURITY",
            "ALTER TABLE receipt_matters FORCE ROW LEVEL SECURITY",
            "CREATE POLICY receipt_matters_added ON receipt_matters FOR INSERT WITH CHECK (true)",
            (
                "CREATE POLICY receipt_matters_seen ON receipt_matters FOR SELECT USING (CASE (SELECT "
                f"current_setting('app.kind', true)) WHEN 'worker' THEN true WHEN 'public' THEN {OF_ORIGIN} "
                "ELSE false END)"
            ),
        ]
    )
    _open_by(HELD)


def _open_by(condition: str) -> None:
    for table in ("reports", "demands"):
        _run([f"DROP POLICY {table}_{name} ON {table}" for name in POLICIES])
        _run(policy_sql(table, public=condition.format(table=table)))


def _run(statements: list[str]) -> None:
    for statement in statements:
        op.execute(statement)


def _columns() -> None:
    texts = (
        "proposed_jurisdiction",
        "proposed_because",
        "proposed_path",
        "jurisdiction",
        "subject_rank",
        "passed_from",
    )
    of_reports = [
        *(sa.Column(name, sa.Text(), nullable=True) for name in texts),
        sa.Column("subject_organisations", postgresql.ARRAY(sa.Text()), server_default="{}", nullable=False),
    ]
    of_demands = [
        sa.Column("proposed_department_path", sa.Text(), nullable=True),
        sa.Column("refusal_count", sa.SmallInteger(), server_default="0", nullable=False),
        sa.Column("is_ruled", sa.Boolean(), server_default=sa.false(), nullable=False),
    ]
    for table, columns in (("reports", of_reports), ("demands", of_demands)):
        for column in [*columns, *_of_both()]:
            op.add_column(table, column)


def _of_both() -> list[sa.Column[object]]:
    return [
        sa.Column("source_system", sa.Text(), nullable=True),
        sa.Column("source_ref", sa.Text(), nullable=True),
        sa.Column("reporter_count", sa.SmallInteger(), server_default="0", nullable=False),
        sa.Column("visitor_count", sa.SmallInteger(), nullable=True),
    ]


def _tables() -> None:
    op.create_table(
        "receipt_matters",
        sa.Column("object_id", sa.Uuid(), nullable=False),
        sa.Column("object_type", sa.Text(), nullable=False),
        sa.Column("origin_id", sa.Uuid(), nullable=False),
        sa.PrimaryKeyConstraint("object_id", name=op.f("pk_receipt_matters")),
    )
    op.create_index(op.f("ix_receipt_matters_origin_id"), "receipt_matters", ["origin_id"], unique=False)
    op.create_table(
        "disclosures",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("inserted", sa.BigInteger(), sa.Identity(always=True), nullable=False),
        sa.Column("object_type", sa.Text(), nullable=False),
        sa.Column("object_id", sa.Uuid(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("from_path", sa.Text(), nullable=False),
        sa.Column("to_path", sa.Text(), nullable=True),
        sa.Column("crossed", postgresql.ARRAY(sa.Text()), nullable=False),
        sa.Column("withheld", postgresql.ARRAY(sa.Text()), nullable=False),
        sa.Column("number", sa.Text(), nullable=True),
        sa.Column("by_id", sa.Text(), nullable=False),
        sa.Column("sign_off_id", sa.Uuid(), nullable=True),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_disclosures")),
    )
    op.create_index(op.f("ix_disclosures_object_id"), "disclosures", ["object_id"], unique=False)
    op.create_table(
        "papers",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("inserted", sa.BigInteger(), sa.Identity(always=True), nullable=False),
        sa.Column("object_id", sa.Uuid(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("content", sa.LargeBinary(), nullable=False),
        sa.Column("made_by", sa.Text(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_papers")),
    )
    op.create_index(op.f("ix_papers_object_id"), "papers", ["object_id"], unique=False)
    op.create_table(
        "contact_attempts",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("object_id", sa.Uuid(), nullable=False),
        sa.Column("method", sa.Text(), nullable=False),
        sa.Column("on", sa.Date(), nullable=False),
        sa.Column("outcome", sa.Text(), nullable=False),
        sa.Column("by_id", sa.Text(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_contact_attempts")),
    )
    op.create_index(op.f("ix_contact_attempts_object_id"), "contact_attempts", ["object_id"], unique=False)
    op.create_table(
        "competences",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("field", sa.Text(), nullable=False),
        sa.Column("region", sa.Text(), nullable=True),
        sa.Column("department_path", sa.Text(), nullable=False),
        sa.Column("set_by", sa.Text(), nullable=False),
        sa.Column("since", sa.DateTime(timezone=True), nullable=False),
        sa.Column("until", sa.DateTime(timezone=True), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_competences")),
    )
    op.create_index(
        "uq_competences_current",
        "competences",
        ["field", sa.literal_column("coalesce(region, '')")],
        unique=True,
        postgresql_where=sa.text("until IS NULL"),
    )


def downgrade() -> None:
    """Take it all back, the policies first."""
    _open_by(HELD_BEFORE)
    for table in ("competences", "contact_attempts", "papers", "disclosures", "receipt_matters"):
        op.drop_table(table)
    for name in ("proposed_department_path", "refusal_count", "is_ruled"):
        op.drop_column("demands", name)
    for name in (
        "proposed_jurisdiction", "proposed_because", "proposed_path", "jurisdiction", "subject_rank", "passed_from",
        "subject_organisations",
    ):  # fmt: skip
        op.drop_column("reports", name)
    for table in ("reports", "demands"):
        for name in ("source_system", "source_ref", "reporter_count", "visitor_count"):
            op.drop_column(table, name)
