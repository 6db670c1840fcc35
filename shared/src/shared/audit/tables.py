"""The audit log's tables. `FORMAT.md` says what they mean to somebody who must verify them."""

from __future__ import annotations

import sqlalchemy as sa
from sqlalchemy.dialects.postgresql import JSONB

from shared.audit.numbering import UNNUMBERED
from shared.db.base import MECHANISMS, instant

# A number that RFC 8785 cannot write exactly would stop the sealer for good: the insert is refused instead.
_PLAIN_NUMBERS = (
    'NOT jsonb_path_exists(details, \'strict $.** ? (@.type() == "number" '
    "&& (@ % 1 != 0 || @ > 9007199254740991 || @ < -9007199254740991))')"
)

audit_entries = sa.Table(
    "audit_entries",
    MECHANISMS,
    sa.Column("id", sa.Uuid, primary_key=True),
    sa.Column("inserted", sa.BigInteger, sa.Identity(always=True), nullable=False),
    sa.Column("seq", sa.BigInteger, unique=True),
    instant("at"),
    sa.Column("actor_kind", sa.Text, nullable=False),
    sa.Column("actor_id", sa.Text, nullable=False),
    sa.Column("acting", sa.Text),
    sa.Column("session", sa.Text),
    sa.Column("organisation", sa.Text),
    sa.Column("action", sa.Text, nullable=False),
    sa.Column("object_type", sa.Text),
    sa.Column("object_id", sa.Text),
    sa.Column("field_group", sa.Text),
    sa.Column("purpose", sa.Text),
    sa.Column("order_number", sa.Text),
    sa.Column("rule", sa.Text),
    sa.Column("outcome", sa.Text, nullable=False),
    sa.Column("row_hash", sa.LargeBinary),
    sa.Column("request_id", sa.Text),
    sa.Column("details", JSONB, nullable=False, server_default=sa.text("'{}'")),
    sa.Column("leaf_hash", sa.LargeBinary),
    sa.CheckConstraint("(seq IS NULL) = (leaf_hash IS NULL)", name="sealed_whole"),
    sa.CheckConstraint("jsonb_typeof(details) = 'object'", name="details_object"),
    sa.CheckConstraint(_PLAIN_NUMBERS, name="details_numbers"),
    sa.Index("ix_audit_entries_unnumbered", "inserted", postgresql_where=sa.text("seq IS NULL")),
    sa.Index("ix_audit_entries_object", "object_id", "seq"),
    sa.Index(
        "ix_audit_entries_watched",
        "at",
        postgresql_where=sa.text("outcome <> 'done' OR field_group = 'identity'"),
    ),
    info={"rings": UNNUMBERED},
)
"""`seq` and `leaf_hash` are given by the sealer; nothing else in a row ever changes.

`inserted` only orders the rows one sealing finds together and is no part of the record. `session` is a hash;
`details` holds codes, ids and figures, never content.
"""

audit_tree = sa.Table(
    "audit_tree",
    MECHANISMS,
    sa.Column("log", sa.Text, primary_key=True),
    sa.Column("size", sa.BigInteger, nullable=False),
    sa.Column("frontier", sa.LargeBinary, nullable=False),
    sa.CheckConstraint("length(frontier) % 32 = 0", name="whole_hashes"),
)
"""Where the sealer continues: the roots of the largest complete subtrees, left to right. One row."""

audit_tiles = sa.Table(
    "audit_tiles",
    MECHANISMS,
    sa.Column("level", sa.SmallInteger, primary_key=True),
    sa.Column("index", sa.BigInteger, primary_key=True),
    sa.Column("hashes", sa.LargeBinary, nullable=False),
    sa.Column("root", sa.LargeBinary, nullable=False),
    sa.CheckConstraint("length(hashes) = 8192 AND length(root) = 32", name="full"),
)
"""Complete subtrees of 256 hashes, only ever added, so that a proof reads a handful of rows."""

audit_checkpoints = sa.Table(
    "audit_checkpoints",
    MECHANISMS,
    sa.Column("size", sa.BigInteger, primary_key=True),
    sa.Column("root", sa.LargeBinary, nullable=False),
    instant("at"),
    sa.Column("note", sa.Text, nullable=False),
)
"""Signed statements "the first `size` entries have this root", only ever added."""
