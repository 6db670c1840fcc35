"""F11 to C1: inspection hands a clue over; it is registered here and linked by id only. What it says stays there."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from casework.domain.clue import Clue, ClueSource
from casework.domain.clue_lifecycle import CLUE
from casework.domain.regime import regime_on
from casework.store.clues.clues import FINDING, fed_by
from casework.usecases.clues.registering import register
from casework.usecases.offices import ledger_of
from casework.usecases.recusals.screening import About, Sources, look_into, subjects_of
from shared.auth.actor import SYSTEM
from shared.db import Transaction
from shared.feed.consume import Event
from shared.ids import uuid7
from shared.process.desk import Desk


async def look_into_finding(desk: Desk, event: Event) -> About | None:
    """Find out whom inspection's clue is about before it is registered; None while a service does not answer."""
    subjects = await subjects_of(desk, Sources(findings=(UUID(event.subject),)))
    return None if subjects is None else await look_into(desk, subjects=subjects, units=[])


async def take_over_finding(tx: Transaction, desk: Desk, event: Event, about: About | None) -> None:
    """Register a clue for what inspection transferred; told again, do nothing. Three months to report begin.

    Rule: C1, DL-40.
    """
    finding_id = UUID(event.subject)
    if await fed_by(tx, finding_id):
        return
    ledger = await ledger_of(tx, event.data.get("to") or "", desk.settings.ledger_path)
    clue = _clue(event, ledger, desk.clock.today())
    await register(tx, desk, clue, [(FINDING, finding_id)], actor=SYSTEM, at=desk.clock.now(), about=about)


def _clue(event: Event, ledger: str, today: date) -> Clue:
    data = event.data
    day = data.get("transferred_on") or data.get("received_on")
    received_on = date.fromisoformat(day) if day else today
    return Clue(
        id=uuid7(),
        number=None,
        state=CLUE.initial.value,
        version=1,
        holder_path=ledger,
        secrecy="work_secret",
        source=ClueSource.INSPECTION_TRANSFER.value,
        received_on=received_on,
        legal_regime=regime_on(received_on),
        is_named=False,
        problem_types=tuple(data.get("problem_types") or ()),
        subject_organisations=tuple(data.get("subject_organisations") or ()),
        region=data.get("region"),
        field=data.get("field"),
    )
