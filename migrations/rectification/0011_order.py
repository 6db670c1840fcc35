"""The database refuses a change of state that no move makes. Rule: 1.8.

Why: until now the table of moves alone kept the order; a statement that went around it would have been believed.
"""

from __future__ import annotations

from alembic import op

from shared.lifecycle.order import no_walls_sql, walls_sql

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None

MOVES = {
    "inspected_organizations": """
        round_opened: feedback_delivered
        feedback_delivered: plan_submitted
        plan_submitted: plan_approved feedback_delivered
        plan_approved: concentrated_rectification
        concentrated_rectification: report_submitted
        report_submitted: joint_review
        joint_review: daily_supervision returned
        returned: report_submitted
        daily_supervision: centralised_evaluation
        centralised_evaluation: graded
        graded: closed look_back
    """,
    "rectification_items": """
        open: in_progress long_term cancelled
        rejected: in_progress cancelled
        rebound: in_progress cancelled
        found_false: in_progress cancelled
        in_progress: long_term submitted cancelled
        long_term: submitted cancelled
        submitted: verified rejected cancelled
        verified: closed rebound found_false
        closed: rebound found_false
    """,
    "recommendations": """
        drafted: legal_checked withdrawn
        legal_checked: drafted approved withdrawn
        approved: issued withdrawn
        issued: delivered withdrawn
        delivered: acknowledged overdue withdrawn
        acknowledged: objected replied overdue withdrawn
        objected: acknowledged withdrawn
        overdue: replied acknowledged escalated
        escalated: replied
        replied: acknowledged rectifying overdue escalated withdrawn
        rectifying: verified overdue
        verified: closed
    """,
    "inspection_rounds": """
        open: closed
    """,
    "transferred_clues": """
        listed: transferred withdrawn
        transferred: concluded
    """,
    "joint_reviews": """
        open: concluded
    """,
    "planned_measures": """
        planned: carried_out cancelled
    """,
    "special_checks": """
        planned: under_way
        under_way: concluded
    """,
    "re_feedbacks": """
        delivered: answered
        answered: delivered settled
    """,
    "issue_consultations": """
        held: answered closed
        answered: closed
    """,
    "material_handovers": """
        handed_over: received refused
    """,
    "reminders": """
        drafted: delivered withdrawn
        delivered: answered
        answered: delivered closed
    """,
    "systems_built": """
        registered: confirmed not_confirmed
        not_confirmed: registered
    """,
    "evaluations": """
        planned: team_formed
        team_formed: self_assessment
        self_assessment: scoring
        scoring: moderated
        moderated: draft_report
        draft_report: scoring opinion_heard
        opinion_heard: confirmed
        confirmed: applied
    """,
    "follow_ups": """
        open: submitted done
        submitted: open done
    """,
}
"""From which state a row of each table may go to which; tests/contracts/test_order.py compares it with the moves."""


def upgrade() -> None:
    """Raise the wall around every process of rectification."""
    for statement in walls_sql(MOVES):
        op.execute(statement)


def downgrade() -> None:
    """Take the wall down."""
    for statement in no_walls_sql(MOVES):
        op.execute(statement)
