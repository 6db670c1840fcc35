"""What casework's worker does besides what every worker does."""

from __future__ import annotations

from collections.abc import Sequence

from casework.usecases.clues.look_again import bring_back_clues
from casework.usecases.ledger.open_reconciliations import open_reconciliations
from casework.usecases.recusals.screen_clues import screen_clues
from shared.process.desk import Desk
from shared.worker.loops import Loop

SCREEN_EVERY_S = 1.0
LOOK_EVERY_S = 60.0
QUARTER_EVERY_S = 600.0


def duties(desk: Desk) -> Sequence[Loop]:
    """Return the worker's loops."""
    return (
        Loop("screen", lambda: screen_clues(desk), SCREEN_EVERY_S),
        Loop("quarter", lambda: open_reconciliations(desk), QUARTER_EVERY_S),
        Loop("on_hold", lambda: bring_back_clues(desk), LOOK_EVERY_S),
    )
