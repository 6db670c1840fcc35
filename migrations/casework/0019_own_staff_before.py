"""Clues that were about our own staff before clues said so themselves say it too. Rule: SoD-5.

Why: the step that brought the word could not see them: the second wall stands before the migrator too.
"""

from __future__ import annotations

from alembic import op

revision = "0019"
down_revision = "0018"
branch_labels = None
depends_on = None

WHO_SUPERVISES_US = """
    UPDATE clues SET is_own_staff = true FROM directory
    WHERE directory.kind = 'cadre_supervision_office' AND directory.path IN (clues.holder_path, clues.office_path)
        AND NOT clues.is_own_staff
"""


def upgrade() -> None:
    """Say it of clues that those who supervise us hold, or are to have; again it changes nothing."""
    op.execute("SELECT set_config('app.kind', 'worker', true)")
    op.execute(WHO_SUPERVISES_US)


def downgrade() -> None:
    """Leave them as they are: what is about our own staff stays so."""
