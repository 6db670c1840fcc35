"""Let the file that comes of a job lie in the object store.

Why: the whole of a matter may have a hundred megabytes, which are no value for a row.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add where a file lies; what an older release puts into the row stays as it is."""
    op.add_column("jobs", sa.Column("file_size", sa.BigInteger(), nullable=True))
    op.add_column("jobs", sa.Column("stored_key", sa.Text(), nullable=True))
    op.create_check_constraint(
        op.f("ck_jobs_file_stored_whole"), "jobs", "(stored_key IS NULL) = (file_size IS NULL)"
    )


def downgrade() -> None:
    """Forget the files that lie in the object store: the older release cannot give them out."""
    op.execute("SET LOCAL app.kind = 'worker'")  # the wall stands before the tables' owner too
    op.execute("DELETE FROM jobs WHERE stored_key IS NOT NULL")
    for column in ("file_size", "stored_key"):
        op.drop_column("jobs", column)
