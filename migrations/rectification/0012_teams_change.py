"""An evaluation whose team is changed after its scoring has ended goes back to scoring. Rule: chapter 8, point 4.

Why: the score is made of the team's marks; those of who left count no more.
"""

from __future__ import annotations

from alembic import op

from shared.lifecycle.order import walls_sql

revision = "0012"
down_revision = "0011"
branch_labels = None
depends_on = None

MOVES = {
    "evaluations": """
        planned: team_formed
        team_formed: self_assessment
        self_assessment: scoring
        scoring: moderated
        moderated: scoring draft_report
        draft_report: scoring opinion_heard
        opinion_heard: confirmed
        confirmed: applied
    """,
}
BEFORE = {
    "evaluations": MOVES["evaluations"].replace("moderated: scoring draft_report", "moderated: draft_report")
}


def upgrade() -> None:
    """Let the wall stand aside for the one new step."""
    for statement in walls_sql(MOVES):
        op.execute(statement)


def downgrade() -> None:
    """Refuse it again."""
    for statement in walls_sql(BEFORE):
        op.execute(statement)
