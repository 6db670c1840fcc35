"""Stubs of what went up sealed, and the register of principal leaders.

Why: a report that belongs to a superior may leave no more than a neutral trace; its words are erased, so the
worker may delete rows that nobody else can.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from shared.auth.rls import policy_sql

from migrations.rights import append_only, read_write, role, updatable

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None

ERASED = (
    "contents", "reporters", "messages", "extracts", "opinions", "papers", "notes", "sealed_terms", "contact_attempts",
)  # fmt: skip


def upgrade() -> None:
    """Create the tables, and let the worker erase."""
    _tables()
    read_write("stubs")
    append_only("leaders")
    updatable("leaders", "until")
    for statement in policy_sql("stubs"):
        op.execute(statement)
    for table in ERASED:
        op.execute(sa.text(f'GRANT DELETE ON "{table}" TO "{role("app")}"'))


def _tables() -> None:
    op.create_table(
        "leaders",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("organ_path", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("set_by", sa.Text(), nullable=False),
        sa.Column("since", sa.DateTime(timezone=True), nullable=False),
        sa.Column("until", sa.DateTime(timezone=True), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_leaders")),
    )
    op.create_table(
        "stubs",
        sa.Column("channel", sa.Text(), nullable=False),
        sa.Column("received_on", sa.Date(), nullable=False),
        sa.Column("report_id", sa.Uuid(), nullable=True),
        sa.Column("package_sha256", sa.Text(), nullable=True),
        sa.Column("forwarded_on", sa.Date(), nullable=True),
        sa.Column("courier", sa.Text(), nullable=True),
        sa.Column("signed_for_by", sa.Text(), nullable=True),
        sa.Column("signed_for_on", sa.Date(), nullable=True),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("number", sa.Text(), nullable=True),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("version", sa.BigInteger(), nullable=False),
        sa.Column("holder_path", sa.Text(), nullable=False),
        sa.Column("secrecy", sa.Text(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_stubs")),
        sa.UniqueConstraint("number", name=op.f("uq_stubs_number")),
        sa.UniqueConstraint("report_id", name=op.f("uq_stubs_report_id")),
    )


def downgrade() -> None:
    """Drop the tables, and take the right to erase back."""
    for table in ERASED:
        op.execute(sa.text(f'REVOKE DELETE ON "{table}" FROM "{role("app")}"'))
    op.drop_table("stubs")
    op.drop_table("leaders")
