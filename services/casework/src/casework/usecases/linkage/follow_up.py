"""J-4: when rectification closes or withdraws a recommendation, the joint task shows what came of it."""

from datetime import date
from uuid import UUID

from casework.store.linkage.results import follow_up, withdraw
from shared.db import Transaction
from shared.feed.consume import Event
from shared.process.desk import Desk


async def settle_result(tx: Transaction, desk: Desk, event: Event) -> None:
    """Mark the result that a recommendation is as followed up; it is done once, however often it is told."""
    closed_on = event.data.get("closed_on")
    on = date.fromisoformat(closed_on) if closed_on else desk.clock.today()
    await follow_up(tx, UUID(event.subject), on)


async def withdraw_result(tx: Transaction, desk: Desk, event: Event) -> None:
    """Mark the result that a recommendation was as withdrawn: nothing follows from it any more."""
    await withdraw(tx, UUID(event.subject), desk.clock.today())
