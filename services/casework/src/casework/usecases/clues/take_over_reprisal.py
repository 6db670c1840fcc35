"""R-A10 to C1: intake found that a reporter suffers reprisal. That is a clue of its own, and not the reported one.

It comes from the request for protection, not from the report: its end must not conclude the report once more. What was
found stays sealed in intake; nothing here says who is protected.
"""

from __future__ import annotations

from uuid import UUID

from casework.domain.clue import CaseType, Clue, ClueSource
from casework.domain.clue_lifecycle import CLUE
from casework.domain.regime import regime_on
from casework.store.clues.clues import PROTECTION, fed_by
from casework.usecases.clues.registering import register
from casework.usecases.offices import ledger_of
from casework.usecases.recusals.screening import NOTHING
from shared.auth.actor import SYSTEM
from shared.db import Transaction
from shared.feed.consume import Event
from shared.ids import uuid7
from shared.process.desk import Desk


async def take_over_reprisal(tx: Transaction, desk: Desk, event: Event) -> None:
    """Register a clue where reprisal was found; told again, do nothing.

    Rule: R-A10, C1, SL Art 73, CRIM Art 254.
    """
    request_id, found = UUID(event.subject), event.data.get("is_reprisal") is True
    if not found or await fed_by(tx, request_id):
        return
    ledger = await ledger_of(tx, event.data.get("holder") or "", desk.settings.ledger_path)
    today = desk.clock.today()
    clue = Clue(
        id=uuid7(), number=None, state=CLUE.initial.value, version=1, holder_path=ledger, secrecy="work_secret",
        source=ClueSource.REPORT.value, received_on=today, legal_regime=regime_on(today), is_named=False,
        problem_types=(), case_type=CaseType.DUTY_VIOLATION.value,
    )  # fmt: skip
    origin = [(PROTECTION, request_id)]
    await register(tx, desk, clue, origin, actor=SYSTEM, at=desk.clock.now(), about=NOTHING)
