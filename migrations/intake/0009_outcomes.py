"""What came of a demand, the later survey, and the replies an organ writes for itself.

Why: closed is not solved, so the office's word, the reporter's verdict and the later check are kept apart.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from shared.auth.rls import child_policy_sql

from migrations.rights import append_only, read_write

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Create the tables; the holder of a receipt sees the survey of the own matter and no other."""
    op.create_table(
        "surveys",
        sa.Column("object_id", sa.Uuid(), nullable=False),
        sa.Column("object_type", sa.Text(), nullable=False),
        sa.Column("opens_on", sa.Date(), nullable=False),
        sa.Column("answered_on", sa.Date(), nullable=True),
        sa.Column("verdict", sa.Text(), nullable=True),
        sa.Column("comment", sa.LargeBinary(), nullable=True),
        sa.CheckConstraint(
            "verdict IN ('solved', 'partly_solved', 'not_solved')", name=op.f("ck_surveys_verdict")
        ),
        sa.PrimaryKeyConstraint("object_id", name=op.f("pk_surveys")),
    )
    op.create_table(
        "canned_replies",
        sa.Column("organ_path", sa.Text(), nullable=False),
        sa.Column("object_type", sa.Text(), nullable=False),
        sa.Column("code", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("text_zh", sa.Text(), nullable=False),
        sa.Column("text_en", sa.Text(), nullable=False),
        sa.Column("is_active", sa.Boolean(), nullable=False),
        sa.Column("made_by", sa.Text(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint(
            "organ_path", "object_type", "code", "version", name=op.f("pk_canned_replies")
        ),
    )
    op.add_column("demands", sa.Column("outcome", sa.Text(), nullable=True))
    read_write("surveys")
    append_only("canned_replies")
    for statement in child_policy_sql("surveys", ("reports", "demands"), "object_id"):
        op.execute(statement)


def downgrade() -> None:
    """Take all of it back."""
    op.drop_column("demands", "outcome")
    op.drop_table("canned_replies")
    op.drop_table("surveys")
