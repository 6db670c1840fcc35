"""The table of attachments.

Why: what is kept of a file beside its sealed content; unlinked files really vanish, so rows may be deleted.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from migrations.rights import read_write

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Create the table and say who may do what with it."""
    op.create_table(
        "attachments",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("object_type", sa.Text(), nullable=True),
        sa.Column("object_id", sa.Uuid(), nullable=True),
        sa.Column("name", sa.LargeBinary(), nullable=False),
        sa.Column("media_type", sa.Text(), nullable=False),
        sa.Column("size", sa.BigInteger(), nullable=False),
        sa.Column("sha256", sa.LargeBinary(), nullable=False),
        sa.Column("sm3", sa.LargeBinary(), nullable=False),
        sa.Column("scan_state", sa.Text(), nullable=False),
        sa.Column("stored_key", sa.Text(), nullable=False),
        sa.Column("wrapped_key", sa.LargeBinary(), nullable=False),
        sa.Column("content_size", sa.BigInteger(), nullable=False),
        sa.Column("content_sha256", sa.LargeBinary(), nullable=False),
        sa.Column("original_stored_key", sa.Text(), nullable=True),
        sa.Column("original_wrapped_key", sa.LargeBinary(), nullable=True),
        sa.Column("uploaded_by", sa.Text(), nullable=True),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint(
            "(object_type IS NULL) = (object_id IS NULL)", name=op.f("ck_attachments_linked_whole")
        ),
        sa.CheckConstraint(
            "(original_stored_key IS NULL) = (original_wrapped_key IS NULL)",
            name=op.f("ck_attachments_original_whole"),
        ),
        sa.CheckConstraint(
            "scan_state IN ('clean', 'infected', 'unscanned', 'waiting')",
            name=op.f("ck_attachments_scan_state"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_attachments")),
    )
    op.create_index(op.f("ix_attachments_object_id"), "attachments", ["object_id"])
    op.create_index(
        "ix_attachments_unlinked",
        "attachments",
        ["created_at"],
        postgresql_where=sa.text("object_id IS NULL"),
    )
    op.create_index(
        "ix_attachments_waiting",
        "attachments",
        ["created_at"],
        postgresql_where=sa.text("scan_state = 'waiting'"),
    )
    read_write("attachments", delete=True)


def downgrade() -> None:
    """Drop the table."""
    op.drop_table("attachments")
