"""The ledger: terms clues are compared by, merging, questions about subjects.

Why: clues about one matter are found and handled together, and nobody learns more by asking than that there is one.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from shared.auth.rls import child_policy_sql, policy_sql

from migrations.rights import append_only, read_write, updatable

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the columns and tables, say who may do what with each, and raise the second wall."""
    op.add_column("clues", sa.Column("merged_into", sa.Uuid(), nullable=True))
    op.add_column("clues", sa.Column("clearing", sa.Text(), nullable=True))
    op.add_column(
        "clues", sa.Column("is_screened", sa.Boolean(), server_default=sa.text("true"), nullable=False)
    )
    op.create_index(
        "ix_clues_merged_into",
        "clues",
        ["merged_into"],
        unique=False,
        postgresql_where=sa.text("merged_into IS NOT NULL"),
    )
    op.create_index(
        "ix_clues_unscreened",
        "clues",
        ["created_at"],
        unique=False,
        postgresql_where=sa.text("NOT is_screened"),
    )
    op.create_index(
        "ix_clues_next_look_on",
        "clues",
        ["next_look_on"],
        unique=False,
        postgresql_where=sa.text("state = 'on_hold'"),
    )
    op.add_column("clue_origins", sa.Column("via_clue_id", sa.Uuid(), nullable=True))
    op.add_column("clue_origins", sa.Column("ended_at", sa.DateTime(timezone=True), nullable=True))
    updatable("clue_origins", "ended_at", "via_clue_id")
    _tables()
    read_write("clue_terms")
    append_only("clue_inquiries")
    for statement in (*child_policy_sql("clue_terms", "clues", "clue_id"), *policy_sql("clue_inquiries")):
        op.execute(statement)


def _tables() -> None:
    op.create_table(
        "clue_terms",
        sa.Column("term", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("clue_id", sa.Uuid(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("is_open", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(["clue_id"], ["clues.id"], name=op.f("fk_clue_terms_clue_id_clues")),
        sa.PrimaryKeyConstraint("term", "clue_id", name=op.f("pk_clue_terms")),
    )
    op.create_index(
        "ix_clue_terms_open",
        "clue_terms",
        ["term", "clue_id"],
        unique=False,
        postgresql_where=sa.text("is_open"),
    )
    op.create_index("ix_clue_terms_clue_id", "clue_terms", ["clue_id"], unique=False)
    op.create_table(
        "clue_inquiries",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column(
            "holder_path",
            sa.Text(),
            nullable=False,
            comment="the case management office of the asker's organ",
        ),
        sa.Column("secrecy", sa.Text(), nullable=False),
        sa.Column("officer_id", sa.Text(), nullable=False),
        sa.Column("organisation_path", sa.Text(), nullable=False),
        sa.Column("purpose", sa.Text(), nullable=False),
        sa.Column("question", sa.LargeBinary(), nullable=False, comment="sealed"),
        sa.Column("answer", sa.Text(), nullable=False),
        sa.Column("asked_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_clue_inquiries")),
    )
    op.create_index(
        "ix_clue_inquiries_officer_id",
        "clue_inquiries",
        ["officer_id", sa.literal_column("asked_at DESC")],
        unique=False,
    )
    op.create_index(
        "ix_clue_inquiries_list",
        "clue_inquiries",
        [sa.literal_column("asked_at DESC"), sa.literal_column("id DESC")],
        unique=False,
    )


def downgrade() -> None:
    """Drop what was added."""
    op.drop_table("clue_inquiries")
    op.drop_table("clue_terms")
    op.drop_column("clue_origins", "ended_at")
    op.drop_column("clue_origins", "via_clue_id")
    for index in ("ix_clues_next_look_on", "ix_clues_unscreened", "ix_clues_merged_into"):
        op.drop_index(index, table_name="clues")
    for column in ("is_screened", "clearing", "merged_into"):
        op.drop_column("clues", column)
