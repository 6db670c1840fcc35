"""The database refuses a change of state that no move makes. Rule: 1.8.

Why: access by written order has its table of moves in every service.
"""

from __future__ import annotations

from alembic import op

from shared.lifecycle.order import no_walls_sql, walls_sql

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None

MOVES = {
    "break_glasses": """
        opened: acknowledged ended
        acknowledged: ended
    """,
}
"""From which state a row of each table may go to which; tests/contracts/test_order.py compares it with the moves."""


def upgrade() -> None:
    """Raise the wall around access by written order."""
    for statement in walls_sql(MOVES):
        op.execute(statement)


def downgrade() -> None:
    """Take the wall down."""
    for statement in no_walls_sql(MOVES):
        op.execute(statement)
