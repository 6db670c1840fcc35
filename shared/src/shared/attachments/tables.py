"""What is kept of an attachment beside its sealed content."""

from __future__ import annotations

import sqlalchemy as sa

from shared.db.base import MECHANISMS, instant

attachments = sa.Table(
    "attachments",
    MECHANISMS,
    sa.Column("id", sa.Uuid, primary_key=True),
    sa.Column("object_type", sa.Text),
    sa.Column("object_id", sa.Uuid, index=True),
    sa.Column("name", sa.LargeBinary, nullable=False),
    sa.Column("media_type", sa.Text, nullable=False),
    sa.Column("size", sa.BigInteger, nullable=False),
    sa.Column("sha256", sa.LargeBinary, nullable=False),
    sa.Column("sm3", sa.LargeBinary, nullable=False),
    sa.Column("scan_state", sa.Text, nullable=False),
    sa.Column("stored_key", sa.Text, nullable=False),
    sa.Column("wrapped_key", sa.LargeBinary, nullable=False),
    sa.Column("content_size", sa.BigInteger, nullable=False),
    sa.Column("content_sha256", sa.LargeBinary, nullable=False),
    sa.Column("original_stored_key", sa.Text),
    sa.Column("original_wrapped_key", sa.LargeBinary),
    sa.Column("uploaded_by", sa.Text),
    instant("created_at"),
    sa.CheckConstraint("(object_type IS NULL) = (object_id IS NULL)", name="linked_whole"),
    sa.CheckConstraint(
        "(original_stored_key IS NULL) = (original_wrapped_key IS NULL)", name="original_whole"
    ),
    sa.CheckConstraint("scan_state IN ('clean', 'infected', 'unscanned', 'waiting')", name="scan_state"),
    sa.Index("ix_attachments_unlinked", "created_at", postgresql_where=sa.text("object_id IS NULL")),
    sa.Index("ix_attachments_waiting", "created_at", postgresql_where=sa.text("scan_state = 'waiting'")),
)
"""`size`, `sha256` and `sm3` are those of the file as it came; `content_…` those of what is given out.

They differ for pictures, whose pixels are copied; the original is then kept under a key of its own. `name` is
sealed. `uploaded_by` is null for an anonymous reporter; `created_at` is cut to the hour.
"""
