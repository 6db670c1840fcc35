"""The tables of the mechanisms every service has.

Why: history, audit, events, deadlines, sign-offs and the rest are built once and stand in every database.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

from migrations.rights import append_only, read_write, sealed_by, written_by_sealer

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Create the tables and say who may do what with each."""
    _tables()
    append_only("history", "audit_entries", "events", "signatures", "idempotency_answers", "void_numbers")
    read_write(
        "clocks", "clock_segments", "directory", "feed_cursors", "need_to_know",
        "number_counters", "permission_feed", "permission_versions", "recusals", "sign_offs", delete=False,
    )  # fmt: skip
    read_write("idempotency_keys", delete=True)
    append_only("calendar_days", "calendar_years")
    read_write("idempotency_answers", delete=True)
    sealed_by("audit_entries", "seq", "leaf_hash")
    sealed_by("events", "seq")
    written_by_sealer("audit_checkpoints", "audit_tiles")
    written_by_sealer("audit_tree", update=True)


def _tables() -> None:
    op.create_table(
        "audit_checkpoints",
        sa.Column("size", sa.BigInteger(), nullable=False),
        sa.Column("root", sa.LargeBinary(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("size", name=op.f("pk_audit_checkpoints")),
    )
    op.create_table(
        "audit_entries",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("inserted", sa.BigInteger(), sa.Identity(always=True), nullable=False),
        sa.Column("seq", sa.BigInteger(), nullable=True),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("actor_kind", sa.Text(), nullable=False),
        sa.Column("actor_id", sa.Text(), nullable=False),
        sa.Column("acting", sa.Text(), nullable=True),
        sa.Column("session", sa.Text(), nullable=True),
        sa.Column("organisation", sa.Text(), nullable=True),
        sa.Column("action", sa.Text(), nullable=False),
        sa.Column("object_type", sa.Text(), nullable=True),
        sa.Column("object_id", sa.Text(), nullable=True),
        sa.Column("field_group", sa.Text(), nullable=True),
        sa.Column("purpose", sa.Text(), nullable=True),
        sa.Column("order_number", sa.Text(), nullable=True),
        sa.Column("rule", sa.Text(), nullable=True),
        sa.Column("outcome", sa.Text(), nullable=False),
        sa.Column("row_hash", sa.LargeBinary(), nullable=True),
        sa.Column("request_id", sa.Text(), nullable=True),
        sa.Column("details", postgresql.JSONB(), server_default=sa.text("'{}'"), nullable=False),
        sa.Column("leaf_hash", sa.LargeBinary(), nullable=True),
        sa.CheckConstraint("jsonb_typeof(details) = 'object'", name=op.f("ck_audit_entries_details_object")),
        sa.CheckConstraint("(seq IS NULL) = (leaf_hash IS NULL)", name=op.f("ck_audit_entries_sealed_whole")),
        sa.CheckConstraint(
            'NOT jsonb_path_exists(details, \'strict $.** ? (@.type() == "number" '
            "&& (@ % 1 != 0 || @ > 9007199254740991 || @ < -9007199254740991))')",
            name=op.f("ck_audit_entries_details_numbers"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_audit_entries")),
        sa.UniqueConstraint("seq", name=op.f("uq_audit_entries_seq")),
    )
    op.create_index("ix_audit_entries_object", "audit_entries", ["object_id", "seq"], unique=False)
    op.create_index(
        "ix_audit_entries_unnumbered",
        "audit_entries",
        ["inserted"],
        unique=False,
        postgresql_where=sa.text("seq IS NULL"),
    )
    op.create_table(
        "audit_tiles",
        sa.Column("level", sa.SmallInteger(), nullable=False),
        sa.Column("index", sa.BigInteger(), nullable=False),
        sa.Column("hashes", sa.LargeBinary(), nullable=False),
        sa.Column("root", sa.LargeBinary(), nullable=False),
        sa.CheckConstraint("length(hashes) = 8192 AND length(root) = 32", name=op.f("ck_audit_tiles_full")),
        sa.PrimaryKeyConstraint("level", "index", name=op.f("pk_audit_tiles")),
    )
    op.create_table(
        "audit_tree",
        sa.Column("log", sa.Text(), nullable=False),
        sa.Column("size", sa.BigInteger(), nullable=False),
        sa.Column("frontier", sa.LargeBinary(), nullable=False),
        sa.CheckConstraint("length(frontier) % 32 = 0", name=op.f("ck_audit_tree_whole_hashes")),
        sa.PrimaryKeyConstraint("log", name=op.f("pk_audit_tree")),
    )
    op.create_table(
        "calendar_years",
        sa.Column("year", sa.SmallInteger(), autoincrement=False, nullable=False),
        sa.Column("edition", sa.SmallInteger(), autoincrement=False, nullable=False),
        sa.Column("source", sa.Text(), nullable=False),
        sa.Column("digest", sa.Text(), nullable=False),
        sa.Column("imported_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("year", "edition", name=op.f("pk_calendar_years")),
    )
    op.create_table(
        "clocks",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("object_type", sa.Text(), nullable=False),
        sa.Column("object_id", sa.Uuid(), nullable=False),
        sa.Column("rule", sa.Text(), nullable=False),
        sa.Column("trigger_on", sa.Date(), nullable=False),
        sa.Column("started_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("amount", sa.Integer(), nullable=False),
        sa.Column("unit", sa.Text(), nullable=False),
        sa.Column("due_on", sa.Date(), nullable=False),
        sa.Column("soon_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("ends_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("provisional", sa.Boolean(), nullable=False),
        sa.Column("calendar_version", sa.Text(), nullable=False),
        sa.Column("fixed", sa.Boolean(), nullable=False),
        sa.Column("is_window", sa.Boolean(), nullable=False),
        sa.Column("extensions", sa.SmallInteger(), nullable=False),
        sa.Column("held_by", sa.Text(), nullable=False),
        sa.Column("held_since", sa.DateTime(timezone=True), nullable=False),
        sa.Column("closed_on", sa.Date(), nullable=True),
        sa.Column("soon_told_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("overdue_told_at", sa.DateTime(timezone=True), nullable=True),
        sa.CheckConstraint(
            "(closed_on IS NULL) = (state IN ('running', 'extended', 'due_soon', 'overdue', 'suspended'))",
            name=op.f("ck_clocks_closed"),
        ),
        sa.CheckConstraint(
            "state IN ('running', 'due_soon', 'overdue', 'met', 'met_late', 'extended', 'suspended', 'cancelled')",
            name=op.f("ck_clocks_state"),
        ),
        sa.CheckConstraint(
            "unit IN ('working_day', 'calendar_day', 'month', 'hour', 'quarter')", name=op.f("ck_clocks_unit")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_clocks")),
    )
    op.create_index(
        "ix_clocks_ends",
        "clocks",
        ["ends_at"],
        unique=False,
        postgresql_where=sa.text("state IN ('running', 'extended', 'due_soon')"),
    )
    op.create_index("ix_clocks_object", "clocks", ["object_id"], unique=False)
    op.create_index(
        "ix_clocks_provisional",
        "clocks",
        ["id"],
        unique=False,
        postgresql_where=sa.text("provisional AND closed_on IS NULL"),
    )
    op.create_index(
        "ix_clocks_soon",
        "clocks",
        ["soon_at"],
        unique=False,
        postgresql_where=sa.text("state IN ('running', 'extended')"),
    )
    op.create_index(
        "uq_clocks_open_rule",
        "clocks",
        ["object_id", "rule"],
        unique=True,
        postgresql_where=sa.text("state IN ('running', 'extended', 'due_soon', 'overdue', 'suspended')"),
    )
    op.create_table(
        "directory",
        sa.Column("code", sa.Text(), nullable=False),
        sa.Column("path", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("is_open", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("code", name=op.f("pk_directory")),
        sa.UniqueConstraint("path", name=op.f("uq_directory_path")),
    )
    op.create_table(
        "events",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("inserted", sa.BigInteger(), sa.Identity(always=True), nullable=False),
        sa.Column("seq", sa.BigInteger(), nullable=True),
        sa.Column("type", sa.Text(), nullable=False),
        sa.Column("subject", sa.Text(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("data", postgresql.JSONB(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_events")),
        sa.UniqueConstraint("seq", name=op.f("uq_events_seq")),
    )
    op.create_index(
        "ix_events_unnumbered", "events", ["inserted"], unique=False, postgresql_where=sa.text("seq IS NULL")
    )
    op.create_table(
        "feed_cursors",
        sa.Column("source", sa.Text(), nullable=False),
        sa.Column("after", sa.BigInteger(), nullable=False),
        sa.Column("updated_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("source", name=op.f("pk_feed_cursors")),
    )
    op.create_table(
        "history",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("object_id", sa.Uuid(), nullable=False),
        sa.Column("object_type", sa.Text(), nullable=False),
        sa.Column("version", sa.BigInteger(), nullable=False),
        sa.Column("rule", sa.Text(), nullable=False),
        sa.Column("action", sa.Text(), nullable=False),
        sa.Column("from_state", sa.Text(), nullable=True),
        sa.Column("to_state", sa.Text(), nullable=False),
        sa.Column("by_kind", sa.Text(), nullable=False),
        sa.Column("by_id", sa.Text(), nullable=False),
        sa.Column("by_organisation", sa.Text(), nullable=False),
        sa.Column("sign_off_id", sa.Uuid(), nullable=True),
        sa.Column("opinion", sa.LargeBinary(), nullable=True),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_history")),
        sa.UniqueConstraint("object_id", "version", name=op.f("uq_history_object_id_version")),
    )
    op.create_table(
        "idempotency_answers",
        sa.Column("scope_hash", sa.LargeBinary(), nullable=False),
        sa.Column("request_hash", sa.LargeBinary(), nullable=False),
        sa.Column("sealed", sa.LargeBinary(), nullable=False),
        sa.Column("expires_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("scope_hash", name=op.f("pk_idempotency_answers")),
    )
    op.create_index(
        op.f("ix_idempotency_answers_expires_at"), "idempotency_answers", ["expires_at"], unique=False
    )
    op.create_table(
        "idempotency_keys",
        sa.Column("scope_hash", sa.LargeBinary(), nullable=False),
        sa.Column("expires_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("scope_hash", name=op.f("pk_idempotency_keys")),
    )
    op.create_index(op.f("ix_idempotency_keys_expires_at"), "idempotency_keys", ["expires_at"], unique=False)
    op.create_table(
        "need_to_know",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("object_id", sa.Uuid(), nullable=False),
        sa.Column("grantee", sa.Text(), nullable=False, comment="an organisation's path, or an officer's id"),
        sa.Column("capacity", sa.Text(), nullable=False, comment="what the grantee is to the object"),
        sa.Column("since", sa.DateTime(timezone=True), nullable=False),
        sa.Column("until", sa.DateTime(timezone=True), nullable=True),
        sa.Column("granted_by", sa.Text(), nullable=False),
        sa.Column("ended_by", sa.Text(), nullable=True),
        sa.CheckConstraint("capacity <> 'holder'", name=op.f("ck_need_to_know_holder_is_a_column")),
        sa.CheckConstraint("grantee <> ''", name=op.f("ck_need_to_know_grantee_named")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_need_to_know")),
    )
    op.create_index(
        "ix_need_to_know_grantee",
        "need_to_know",
        ["grantee", "object_id"],
        unique=False,
        postgresql_ops={"grantee": "text_pattern_ops"},
    )
    op.create_index("ix_need_to_know_object_id", "need_to_know", ["object_id"], unique=False)
    op.create_table(
        "number_counters",
        sa.Column("org", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("year", sa.SmallInteger(), autoincrement=False, nullable=False),
        sa.Column("last", sa.Integer(), nullable=False),
        sa.CheckConstraint("last > 0", name=op.f("ck_number_counters_last")),
        sa.PrimaryKeyConstraint("org", "kind", "year", name=op.f("pk_number_counters")),
    )
    op.create_table(
        "permission_feed",
        sa.Column("source", sa.Text(), nullable=False),
        sa.Column("heard_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("source", name=op.f("pk_permission_feed")),
    )
    op.create_table(
        "permission_versions",
        sa.Column("subject", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("changed_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("subject", name=op.f("pk_permission_versions")),
    )
    op.create_index("ix_permission_versions_changed_at", "permission_versions", ["changed_at"], unique=False)
    op.create_table(
        "recusals",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("object_id", sa.Uuid(), nullable=False),
        sa.Column("officer_id", sa.Text(), nullable=False),
        sa.Column("ground", sa.Text(), nullable=False),
        sa.Column("decided_by", sa.Text(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("until", sa.DateTime(timezone=True), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_recusals")),
    )
    op.create_index("ix_recusals_object_id", "recusals", ["object_id", "officer_id"], unique=False)
    op.create_index("ix_recusals_officer_id", "recusals", ["officer_id", "object_id"], unique=False)
    op.create_table(
        "sign_offs",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("object_id", sa.Uuid(), nullable=False),
        sa.Column("object_type", sa.Text(), nullable=False),
        sa.Column("object_version", sa.BigInteger(), nullable=False),
        sa.Column("action", sa.Text(), nullable=False),
        sa.Column("rule", sa.Text(), nullable=False),
        sa.Column("proposed_by", sa.Text(), nullable=False),
        sa.Column("proposer_path", sa.Text(), nullable=False),
        sa.Column("levels", postgresql.ARRAY(sa.Text()), nullable=False),
        sa.Column("next_level", sa.Text(), nullable=True),
        sa.Column("document", sa.LargeBinary(), nullable=False),
        sa.Column("document_sha256", sa.LargeBinary(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("version", sa.BigInteger(), nullable=False),
        sa.Column("proposed_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("closed_at", sa.DateTime(timezone=True), nullable=True),
        sa.CheckConstraint(
            "state IN ('waiting', 'approved', 'rejected', 'returned', 'withdrawn')",
            name=op.f("ck_sign_offs_state"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_sign_offs")),
    )
    op.create_index(
        "ix_sign_offs_waiting",
        "sign_offs",
        ["next_level", "proposer_path"],
        unique=False,
        postgresql_where=sa.text("state = 'waiting'"),
    )
    op.create_index(
        "uq_sign_offs_one_waiting",
        "sign_offs",
        ["object_id"],
        unique=True,
        postgresql_where=sa.text("state = 'waiting'"),
    )
    op.create_table(
        "void_numbers",
        sa.Column("org", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("year", sa.SmallInteger(), autoincrement=False, nullable=False),
        sa.Column("seq", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("ground", sa.Text(), nullable=False),
        sa.Column("voided_by", sa.Text(), nullable=False),
        sa.Column("voided_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("org", "kind", "year", "seq", name=op.f("pk_void_numbers")),
    )
    op.create_table(
        "calendar_days",
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("edition", sa.SmallInteger(), autoincrement=False, nullable=False),
        sa.Column("year", sa.SmallInteger(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.CheckConstraint(
            "kind IN ('workday', 'holiday', 'makeup_workday', 'weekend')", name=op.f("ck_calendar_days_kind")
        ),
        sa.CheckConstraint("year = extract(year from day)", name=op.f("ck_calendar_days_year")),
        sa.ForeignKeyConstraint(
            ["year", "edition"],
            ["calendar_years.year", "calendar_years.edition"],
            name=op.f("fk_calendar_days_year_edition_calendar_years"),
        ),
        sa.PrimaryKeyConstraint("day", "edition", name=op.f("pk_calendar_days")),
    )
    op.create_table(
        "clock_segments",
        sa.Column("id", sa.Uuid(), server_default=sa.text("gen_random_uuid()"), nullable=False),
        sa.Column("clock_id", sa.Uuid(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("from_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("to_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("holder", sa.Text(), nullable=True),
        sa.Column("amount", sa.Integer(), nullable=True),
        sa.Column("approver", sa.Text(), nullable=True),
        sa.Column("ground", sa.Text(), nullable=True),
        sa.Column("sign_off_id", sa.Uuid(), nullable=True),
        sa.CheckConstraint("kind IN ('held', 'paused', 'extended')", name=op.f("ck_clock_segments_kind")),
        sa.CheckConstraint("to_at >= from_at", name=op.f("ck_clock_segments_order")),
        sa.ForeignKeyConstraint(["clock_id"], ["clocks.id"], name=op.f("fk_clock_segments_clock_id_clocks")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_clock_segments")),
    )
    op.create_index(op.f("ix_clock_segments_clock_id"), "clock_segments", ["clock_id"], unique=False)
    op.create_index(
        "uq_clock_segments_one_pause",
        "clock_segments",
        ["clock_id"],
        unique=True,
        postgresql_where=sa.text("kind = 'paused' AND to_at IS NULL"),
    )
    op.create_table(
        "signatures",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("sign_off_id", sa.Uuid(), nullable=False),
        sa.Column("position", sa.SmallInteger(), nullable=False),
        sa.Column("level", sa.Text(), nullable=False),
        sa.Column("approver", sa.Text(), nullable=False),
        sa.Column("approver_path", sa.Text(), nullable=False),
        sa.Column("delegation", sa.Text(), nullable=True),
        sa.Column("document_sha256", sa.LargeBinary(), nullable=False),
        sa.Column("decision", sa.Text(), nullable=False),
        sa.Column("opinion", sa.LargeBinary(), nullable=True),
        sa.Column("order_number", sa.Text(), nullable=True),
        sa.Column("meeting", postgresql.JSONB(), nullable=True),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint(
            "decision IN ('approve', 'reject', 'return')", name=op.f("ck_signatures_decision")
        ),
        sa.ForeignKeyConstraint(
            ["sign_off_id"], ["sign_offs.id"], name=op.f("fk_signatures_sign_off_id_sign_offs")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_signatures")),
    )
    op.create_index(op.f("ix_signatures_sign_off_id"), "signatures", ["sign_off_id"], unique=False)


def downgrade() -> None:
    """Drop the tables."""
    op.drop_table("signatures")
    op.drop_table("clock_segments")
    op.drop_table("calendar_days")
    op.drop_table("void_numbers")
    op.drop_table("sign_offs")
    op.drop_table("recusals")
    op.drop_table("permission_versions")
    op.drop_table("permission_feed")
    op.drop_table("number_counters")
    op.drop_table("need_to_know")
    op.drop_table("idempotency_keys")
    op.drop_table("idempotency_answers")
    op.drop_table("history")
    op.drop_table("feed_cursors")
    op.drop_table("events")
    op.drop_table("directory")
    op.drop_table("clocks")
    op.drop_table("calendar_years")
    op.drop_table("audit_tree")
    op.drop_table("audit_tiles")
    op.drop_table("audit_entries")
    op.drop_table("audit_checkpoints")
