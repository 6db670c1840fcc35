"""The database refuses a change of state that no move makes. Rule: 1.8.

Why: until now the table of moves alone kept the order; a statement that went around it would have been believed.
"""

from __future__ import annotations

from alembic import op

from shared.lifecycle.order import no_walls_sql, walls_sql

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None

MOVES = {
    "officers": """
        active: suspended left
        suspended: active left
    """,
}
"""From which state a row of each table may go to which; tests/contracts/test_order.py compares it with the moves."""


def upgrade() -> None:
    """Raise the wall around every process of identity."""
    for statement in walls_sql(MOVES):
        op.execute(statement)


def downgrade() -> None:
    """Take the wall down."""
    for statement in no_walls_sql(MOVES):
        op.execute(statement)
