"""Reminders about matters that are late, seen by whoever sees the matter.

Why: a matter that was only forwarded is chased too when its day has passed.
"""

from __future__ import annotations

from alembic import op

from shared.auth.rls import further_parent_sql

revision = "0013"
down_revision = "0012"
branch_labels = None
depends_on = None

PARENTS = ("demands", "reports")


def upgrade() -> None:
    """Let a reminder be seen with its demand or report."""
    for parent in PARENTS:
        for statement in further_parent_sql("reminders", parent, "object_id"):
            op.execute(statement)


def downgrade() -> None:
    """Let it be seen with letters only."""
    for parent in PARENTS:
        for what in ("seen", "changed"):
            op.execute(f"DROP POLICY reminders_{what}_with_{parent} ON reminders")
