"""A decision on jurisdiction says what it gave away, and the ledger it left keeps a line. Rule: E6, SL Arts 16-17.

Why: a matter that another organ has is no longer seen here, yet the ledger must account for its number.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from shared.auth.rls import policy_sql
from shared.lifecycle.order import walls_sql

from migrations.rights import append_only

revision = "0017"
down_revision = "0016"
branch_labels = None
depends_on = None

BEFORE = {
    "clues": """
        registered: allocation_proposed merged returned
        allocation_proposed: allocated merged returned
        allocated: under_assessment merged
        under_assessment: allocated disposal_proposed on_hold closed transferred merged
        disposal_proposed: disposal_approved
        disposal_approved: allocated talk_inquiry preliminary_verification on_hold closed transferred
        talk_inquiry: allocated disposal_proposed on_hold closed transferred disposed
        preliminary_verification: allocated disposal_proposed on_hold closed transferred disposed case_filed
        on_hold: allocated under_assessment disposal_proposed closed transferred
        closed: archived
        transferred: archived
        disposed: archived
        merged: registered
    """,
    "cases": """
        filing_proposed: filed
        filed: plan_approved withdrawn
        plan_approved: investigating withdrawn
        investigating: facts_met_with_subject withdrawn
        facts_met_with_subject: report_done withdrawn
        report_done: to_review withdrawn
        to_review: report_done review_accepted
        review_accepted: reviewing
        reviewing: returned_reinvestigate returned_supplement review_done
        returned_reinvestigate: investigating withdrawn
        returned_supplement: report_done withdrawn
        review_done: decided transferred_to_procuratorate withdrawn
        decided: served transferred_to_procuratorate
        served: executing appealed transferred_to_procuratorate
        executing: appealed transferred_to_procuratorate closed
        appealed: executing
        transferred_to_procuratorate: appealed closed
        closed: appealed
    """,
}
MOVES = {
    "clues": BEFORE["clues"].replace(
        "registered: allocation_proposed", "registered: allocated allocation_proposed", 1
    ),
    "cases": BEFORE["cases"]
    .replace("plan_approved: investigating", "plan_approved: filed investigating")
    .replace("investigating: facts_met_with_subject", "investigating: filed facts_met_with_subject")
    .replace("facts_met_with_subject: report_done", "facts_met_with_subject: filed report_done"),
}
"""A clue still in the ledger goes to an office at once; a case under investigation is planned anew."""


def upgrade() -> None:
    """Add the columns and the lines; earlier decisions gave nothing away."""
    op.add_column(
        "jurisdiction_decisions",
        sa.Column("object_type", sa.Text(), nullable=True, comment="what was given to it: clue or case"),
    )
    op.add_column("jurisdiction_decisions", sa.Column("object_id", sa.Uuid(), nullable=True))
    op.create_table(
        "designated_matters",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("holder_path", sa.Text(), nullable=False, comment="the ledger it stood in"),
        sa.Column("secrecy", sa.Text(), nullable=False),
        sa.Column("type", sa.Text(), nullable=False),
        sa.Column("number", sa.Text(), nullable=True),
        sa.Column("form", sa.Text(), nullable=False),
        sa.Column("organ", sa.Text(), nullable=False, comment="code of the organ that has it now"),
        sa.Column("decided_on", sa.Date(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_designated_matters")),
    )
    op.create_index(
        "ix_designated_matters_list",
        "designated_matters",
        ["holder_path", sa.literal_column("created_at DESC"), sa.literal_column("id DESC")],
        unique=False,
    )
    append_only("designated_matters")
    for statement in (*policy_sql("designated_matters"), *walls_sql(MOVES)):
        op.execute(statement)


def downgrade() -> None:
    """Drop what was added, and refuse the new steps again."""
    for statement in walls_sql(BEFORE):
        op.execute(statement)
    op.drop_table("designated_matters")
    op.drop_column("jurisdiction_decisions", "object_id")
    op.drop_column("jurisdiction_decisions", "object_type")
