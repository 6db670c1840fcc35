"""An index on the object of sign-offs.

Why: documents and timelines show who signed what of one object, also long after.
"""

from __future__ import annotations

from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the index."""
    op.create_index("ix_sign_offs_object", "sign_offs", ["object_id", "proposed_at"])


def downgrade() -> None:
    """Drop it."""
    op.drop_index("ix_sign_offs_object", table_name="sign_offs")
