"""Notices of repeats (重复件通报), and the day on which a repeat was retained. Rule: A10.

Why: offices were only offered a filter; now each is told once a quarter, and the worker counts by the day of retaining.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from shared.auth.rls import child_policy_sql, policy_sql
from shared.lifecycle.order import no_walls_sql, walls_sql

from migrations.rights import append_only, read_write

revision = "0019"
down_revision = "0018"
branch_labels = None
depends_on = None

MOVES = {"duplicate_notices": "sent: acknowledged"}

_BACKFILL = """
UPDATE reports SET retained_on = (h.at AT TIME ZONE 'Asia/Shanghai')::date
FROM history h WHERE h.object_id = reports.id AND h.action = 'retain_duplicate' AND reports.is_duplicate_of IS NOT NULL
"""


def upgrade() -> None:
    """Add the day, write it for what is there, and create the tables with their walls."""
    op.add_column("reports", sa.Column("retained_on", sa.Date(), nullable=True))
    op.execute("SET LOCAL app.kind = 'worker'")
    op.execute(_BACKFILL)
    op.create_index(
        "ix_reports_retained_on",
        "reports",
        ["retained_on"],
        postgresql_where=sa.text("retained_on IS NOT NULL"),
    )
    _notices()
    _what_they_name()
    for statement in (
        *policy_sql("duplicate_notices"),
        *child_policy_sql("noticed_reports", "duplicate_notices", "notice_id"),
        *walls_sql(MOVES),
    ):
        op.execute(statement)


def _notices() -> None:
    op.create_table(
        "duplicate_notices",
        sa.Column("to_path", sa.Text(), nullable=False),
        sa.Column("quarter_from", sa.Date(), nullable=False),
        sa.Column("report_count", sa.Integer(), nullable=False),
        sa.Column("repeat_count", sa.Integer(), nullable=False),
        sa.Column("last_received_on", sa.Date(), nullable=False),
        sa.Column("acknowledged_on", sa.Date(), nullable=True),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("number", sa.Text(), nullable=True),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("version", sa.BigInteger(), nullable=False),
        sa.Column("holder_path", sa.Text(), nullable=False),
        sa.Column("secrecy", sa.Text(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_duplicate_notices")),
        sa.UniqueConstraint("number", name=op.f("uq_duplicate_notices_number")),
        sa.UniqueConstraint(
            "holder_path", "to_path", "quarter_from",
            name=op.f("uq_duplicate_notices_holder_path_to_path_quarter_from"),
        ),
    )  # fmt: skip
    read_write("duplicate_notices")


def _what_they_name() -> None:
    op.create_table(
        "noticed_reports",
        sa.Column("notice_id", sa.Uuid(), nullable=False),
        sa.Column("report_id", sa.Uuid(), nullable=False),
        sa.Column("repeat_count", sa.Integer(), nullable=False),
        sa.Column("last_received_on", sa.Date(), nullable=False),
        sa.PrimaryKeyConstraint("notice_id", "report_id", name=op.f("pk_noticed_reports")),
    )
    op.create_index(op.f("ix_noticed_reports_report_id"), "noticed_reports", ["report_id"], unique=False)
    op.create_table(
        "noticed_quarters",
        sa.Column("quarter_from", sa.Date(), nullable=False),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("quarter_from", name=op.f("pk_noticed_quarters")),
    )
    append_only("noticed_reports", "noticed_quarters")


def downgrade() -> None:
    """Drop them."""
    for statement in no_walls_sql(MOVES):
        op.execute(statement)
    for table in ("noticed_quarters", "noticed_reports", "duplicate_notices"):
        op.drop_table(table)
    op.drop_index("ix_reports_retained_on", "reports")
    op.drop_column("reports", "retained_on")
