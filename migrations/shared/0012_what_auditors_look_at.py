"""What auditors look at first is found by an index: what was refused or differs, and each opening of an identity.

Why: a list of signs of misconduct would read the whole log for the few entries that tell of any.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0012"
down_revision = "0011"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the index."""
    op.create_index(
        "ix_audit_entries_watched", "audit_entries", ["at"], unique=False,
        postgresql_where=sa.text("outcome <> 'done' OR field_group = 'identity'"),
    )  # fmt: skip


def downgrade() -> None:
    """Drop it."""
    op.drop_index("ix_audit_entries_watched", "audit_entries")
