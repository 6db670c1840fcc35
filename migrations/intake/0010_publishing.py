"""Published channels, the public board and its counts, trend reports, and data on units to be inspected.

Why: what the public reads lies in tables that hold nothing else; what is reported upward is kept as it was reported.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

from shared.auth.rls import policy_sql

from migrations.rights import append_only, read_write

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None

PROTECTED = ("publications", "trend_reports", "unit_data_requests")


def upgrade() -> None:
    """Create the tables; those of the public need no wall."""
    _of_the_public()
    _of_the_office()
    read_write("public_channels")
    read_write("board_entries", delete=True)
    append_only("board_counts")
    read_write(*PROTECTED)
    for table in PROTECTED:
        for statement in policy_sql(table):
            op.execute(statement)


def _aggregate(table: str) -> list[sa.schema.SchemaItem]:
    return [
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("number", sa.Text(), nullable=True),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("version", sa.BigInteger(), nullable=False),
        sa.Column("holder_path", sa.Text(), nullable=False),
        sa.Column("secrecy", sa.Text(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f(f"pk_{table}")),
        sa.UniqueConstraint("number", name=op.f(f"uq_{table}_number")),
    ]


def _of_the_public() -> None:
    op.create_table(
        "public_channels",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("region", sa.Text(), nullable=True),
        sa.Column("channel", sa.Text(), nullable=False),
        sa.Column("address", sa.Text(), nullable=False),
        sa.Column("hours", sa.Text(), nullable=False),
        sa.Column("set_by", sa.Text(), nullable=False),
        sa.Column("since", sa.DateTime(timezone=True), nullable=False),
        sa.Column("until", sa.DateTime(timezone=True), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_public_channels")),
    )
    op.create_index(
        "uq_public_channels_current",
        "public_channels",
        ["channel", sa.text("coalesce(region, '')")],
        unique=True,
        postgresql_where=sa.text("until IS NULL"),
    )
    op.create_table(
        "board_entries",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("published_on", sa.Date(), nullable=False),
        sa.Column("field", sa.Text(), nullable=True),
        sa.Column("region", sa.Text(), nullable=True),
        sa.Column("request", sa.Text(), nullable=False),
        sa.Column("answer", sa.Text(), nullable=False),
        sa.Column("satisfaction", sa.SmallInteger(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_board_entries")),
    )
    op.create_index(
        "ix_board_entries_list",
        "board_entries",
        [sa.text("published_on DESC"), sa.text("id DESC")],
        unique=False,
    )
    op.create_table(
        "board_counts",
        sa.Column("first_day", sa.Date(), nullable=False),
        sa.Column("cells", postgresql.JSONB(), nullable=False),
        sa.Column("counted_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("first_day", name=op.f("pk_board_counts")),
    )


def _of_the_office() -> None:
    op.create_table(
        "publications",
        sa.Column("demand_id", sa.Uuid(), nullable=False),
        sa.Column("field", sa.Text(), nullable=True),
        sa.Column("region", sa.Text(), nullable=True),
        sa.Column("request", sa.Text(), nullable=False),
        sa.Column("answer", sa.Text(), nullable=False),
        sa.Column("published_on", sa.Date(), nullable=True),
        *_aggregate("publications"),
    )
    op.create_index(op.f("ix_publications_demand_id"), "publications", ["demand_id"], unique=False)
    op.create_table(
        "trend_reports",
        sa.Column("period_from", sa.Date(), nullable=False),
        sa.Column("period_to", sa.Date(), nullable=False),
        sa.Column("recipients", postgresql.ARRAY(sa.Text()), nullable=False),
        sa.Column("figures", postgresql.JSONB(), nullable=False),
        sa.Column("text", sa.LargeBinary(), nullable=False),
        sa.Column("issued_on", sa.Date(), nullable=True),
        *_aggregate("trend_reports"),
    )
    op.create_table(
        "unit_data_requests",
        sa.Column("unit", sa.Text(), nullable=False),
        sa.Column("period_from", sa.Date(), nullable=False),
        sa.Column("period_to", sa.Date(), nullable=False),
        sa.Column("asked_by", sa.Text(), nullable=False),
        sa.Column("asked_path", sa.Text(), nullable=False),
        sa.Column("reason", sa.LargeBinary(), nullable=False),
        sa.Column("supplied", postgresql.JSONB(), nullable=True),
        sa.Column("supplied_on", sa.Date(), nullable=True),
        *_aggregate("unit_data_requests"),
    )


def downgrade() -> None:
    """Drop them."""
    for table in ("public_channels", "board_entries", "board_counts", *PROTECTED):
        op.drop_table(table)
