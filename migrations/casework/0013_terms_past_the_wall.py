"""Let the service compare clues without asking the wall about each of their terms.

Why: whether a clue overlaps with others is asked of all clues by the service itself; the wall answered yes two hundred
times a question, and took most of its time. What callers see of the answer is still asked of each clue.
"""

from __future__ import annotations

from alembic import op

from shared.auth.rls import worker_asked_sql, worker_unasked_sql

revision = "0013"
down_revision = "0012"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Ask for everybody but the worker."""
    for statement in worker_unasked_sql("clue_terms", "clues", "clue_id"):
        op.execute(statement)


def downgrade() -> None:
    """Ask for the worker too."""
    for statement in worker_asked_sql("clue_terms", "clues", "clue_id"):
        op.execute(statement)
