"""The database refuses a change of state that no move makes. Rule: 1.8.

Why: until now the table of moves alone kept the order; a statement that went around it would have been believed.
"""

from __future__ import annotations

from alembic import op

from shared.lifecycle.order import no_walls_sql, walls_sql

revision = "0016"
down_revision = "0015"
branch_labels = None
depends_on = None

MOVES = {
    "reports": """
        received: registered
        referred_up: registered archived
        referred_down: registered archived
        registered: screened referred_up retained_duplicate
        returned: screened
        screened: not_accepted referred_up referred_down referred_out assigned_down retained_duplicate
        screened: merged accepted transferred
        assigned_down: urged result_reported
        urged: result_reported
        accepted: merged transferred
        merged: screened concluded
        transferred: returned in_disposal concluded
        in_disposal: concluded
        result_reported: concluded
        concluded: feedback_given in_disposal merged archived
        feedback_given: in_disposal merged archived
        not_accepted: screened archived
        referred_out: archived
        retained_duplicate: archived
    """,
    "demands": """
        received: registered
        registered: classified split_to_report
        classified: split_to_report not_accepted forwarded supervised merged
        objected: forwarded
        reopened: forwarded answered
        forwarded: supervised objected in_progress answered
        in_progress: supervised answered
        merged: classified answered
        supervised: objected in_progress answered
        answered: rated reopened reviewed final_reviewed closed
        rated: reopened reviewed final_reviewed closed
        closed: reviewed final_reviewed
        reviewed: answered
        final_reviewed: answered
    """,
    "quotations": """
        asked: cleared refused
    """,
    "stubs": """
        sealed: forwarded
        forwarded: confirmed cleared
        confirmed: cleared
    """,
    "urgings": """
        drafted: issued withdrawn
        issued: read answered escalated lapsed
        read: answered escalated lapsed
        answered: issued closed
    """,
    "work_reminders": """
        drafted: sent withdrawn
        sent: answered followed_up
        answered: followed_up
        followed_up: closed
    """,
    "protection_requests": """
        submitted: assessed
        assessed: granted declined
        granted: ended
    """,
    "recusal_requests": """
        submitted: upheld rejected
    """,
    "reward_proposals": """
        proposed: approved declined
        approved: paid
    """,
    "trace_requests": """
        requested: approved refused
        approved: traced lapsed
    """,
    "publications": """
        drafted: published discarded
        published: withdrawn
    """,
    "trend_reports": """
        drafted: issued discarded
    """,
    "unit_data_requests": """
        asked: supplied declined
    """,
}
"""From which state a row of each table may go to which; tests/contracts/test_order.py compares it with the moves."""


def upgrade() -> None:
    """Raise the wall around every process of intake."""
    for statement in walls_sql(MOVES):
        op.execute(statement)


def downgrade() -> None:
    """Take the wall down."""
    for statement in no_walls_sql(MOVES):
        op.execute(statement)
