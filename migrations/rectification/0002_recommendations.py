"""Recommendations and the lighter papers.

Why: a recommendation has a life of its own, and opens an item when it is served.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from shared.auth.rls import policy_sql

from migrations.rights import read_write

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Create the tables, say who may do what with each, and raise the second wall."""
    _tables()
    read_write("recommendations", "reminders")
    for table in ("recommendations", "reminders"):
        _run(policy_sql(table))


def _run(statements: list[str]) -> None:
    for statement in statements:
        op.execute(statement)


def _tables() -> None:
    op.create_table(
        "recommendations",
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("addressee_path", sa.Text(), nullable=False),
        sa.Column("origin_type", sa.Text(), nullable=False),
        sa.Column("origin_id", sa.Uuid(), nullable=False, comment="often in another service: no foreign key"),
        sa.Column("legal_regime", sa.Text(), nullable=False),
        sa.Column("reply_by", sa.Date(), nullable=True, comment="the date the letter writes"),
        sa.Column("missed_dates", sa.SmallInteger(), nullable=False),
        sa.Column("delivered_on", sa.Date(), nullable=True),
        sa.Column("acceptance", sa.Text(), nullable=True),
        sa.Column("replied_on", sa.Date(), nullable=True),
        sa.Column("superior_path", sa.Text(), nullable=True),
        sa.Column("item_id", sa.Uuid(), nullable=True, comment="the item that serving it opened"),
        sa.Column("closed_on", sa.Date(), nullable=True),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("number", sa.Text(), nullable=True),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("version", sa.BigInteger(), nullable=False),
        sa.Column("holder_path", sa.Text(), nullable=False),
        sa.Column("secrecy", sa.Text(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_recommendations")),
        sa.UniqueConstraint("number", name=op.f("uq_recommendations_number")),
    )
    op.create_index(
        "ix_recommendations_list",
        "recommendations",
        [sa.literal_column("created_at DESC"), sa.literal_column("id DESC")],
        unique=False,
    )
    op.create_index("ix_recommendations_origin", "recommendations", ["origin_id"], unique=False)
    op.create_index(
        "ix_recommendations_state",
        "recommendations",
        ["state", sa.literal_column("created_at DESC"), sa.literal_column("id DESC")],
        unique=False,
    )
    op.create_table(
        "reminders",
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("addressee_path", sa.Text(), nullable=False),
        sa.Column("inspected_organization_id", sa.Uuid(), nullable=True),
        sa.Column("reply_by", sa.Date(), nullable=True),
        sa.Column("delivered_on", sa.Date(), nullable=True),
        sa.Column("answered_on", sa.Date(), nullable=True),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("number", sa.Text(), nullable=True),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("version", sa.BigInteger(), nullable=False),
        sa.Column("holder_path", sa.Text(), nullable=False),
        sa.Column("secrecy", sa.Text(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["inspected_organization_id"],
            ["inspected_organizations.id"],
            name=op.f("fk_reminders_inspected_organization_id_inspected_organizations"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_reminders")),
        sa.UniqueConstraint("number", name=op.f("uq_reminders_number")),
    )
    op.create_index(
        op.f("ix_reminders_inspected_organization_id"),
        "reminders",
        ["inspected_organization_id"],
        unique=False,
    )
    op.create_index(
        "ix_reminders_list",
        "reminders",
        [sa.literal_column("created_at DESC"), sa.literal_column("id DESC")],
        unique=False,
    )


def downgrade() -> None:
    """Drop the tables, those whose policies look at others first."""
    for table in ("reminders", "recommendations"):
        op.drop_table(table)
