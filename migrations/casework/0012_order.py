"""The database refuses a change of state that no move makes. Rule: 1.8.

Why: until now the table of moves alone kept the order; a statement that went around it would have been believed.
"""

from __future__ import annotations

from alembic import op

from shared.lifecycle.order import no_walls_sql, walls_sql

revision = "0012"
down_revision = "0011"
branch_labels = None
depends_on = None

MOVES = {
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
    "verifications": """
        plan_drafted: approved
        approved: team_formed
        team_formed: verifying
        verifying: report_drafted
        report_drafted: collective_review
        collective_review: verifying reported
        reported: verifying decided
    """,
    "talk_inquiries": """
        planned: approved
        approved: talk_held letter_sent
        talk_held: report_drafted
        letter_sent: explanation_received
        explanation_received: report_drafted
        report_drafted: approved decided
        decided: report_drafted filed
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
    "appeals": """
        lodged: accepted not_accepted
        accepted: examining
        examining: decided
        decided: served
    """,
    "linkage_tasks": """
        drafted: declared
        declared: coordinated declined merged
        coordinated: approved declined
        approved: team_formed
        team_formed: in_progress
        in_progress: concluded suspended
        concluded: assessed
        assessed: archived
        suspended: in_progress
    """,
    "secondments": """
        requested: countered released declined withdrawn
        countered: accepted withdrawn
        released: accepted withdrawn
        accepted: begun withdrawn
        begun: extension_proposed returned
        extension_proposed: begun returned
        returned: appraised
    """,
    "board_tasks": """
        assigned: accepted reported withdrawn
        accepted: reported withdrawn
        reported: accepted done withdrawn
    """,
    "shares": """
        proposed: shared ended
        shared: ended
    """,
    "consultations": """
        called: resolved cancelled
    """,
    "clue_reconciliations": """
        opened: stock_taken
        stock_taken: reported
    """,
    "clue_meetings": """
        drafted: confirmed
    """,
    "interferences": """
        registered: disposed
    """,
    "recusal_requests": """
        filed: decided
    """,
}
"""From which state a row of each table may go to which; tests/contracts/test_order.py compares it with the moves."""


def upgrade() -> None:
    """Raise the wall around every process of casework."""
    for statement in walls_sql(MOVES):
        op.execute(statement)


def downgrade() -> None:
    """Take the wall down."""
    for statement in no_walls_sql(MOVES):
        op.execute(statement)
