"""T29: an officer who joins, or takes another name, may be somebody a matter is about; then they never see it."""

from __future__ import annotations

from uuid import UUID

from intake.store.unasked_names import about_somebody_called
from shared.clock import to_the_hour
from shared.db import Transaction
from shared.directory.officers import OfficersClient
from shared.feed.consume import Event, Handler
from shared.process.desk import Desk
from shared.process.keeping_away import keep_namesakes_away


def names_watched(desk: Desk) -> Handler:
    """Return what an event about an officer's name does here."""

    async def ask_the_name(event: Event) -> str | None:
        """Ask identity: events carry no name. Raises: Unavailable, so that the event waits."""
        identity: OfficersClient = desk.clients["identity"]
        return await identity.name_of(UUID(event.subject))

    async def keep_newcomer_away(tx: Transaction, event: Event, name: str | None) -> None:
        """Shut every matter about a person of that name to the officer, ended ones too. Rule: 1.6; T29."""
        if name is None:
            return
        at = to_the_hour(desk.clock.now())
        for object_id in await about_somebody_called(tx, desk.seals, name):
            await keep_namesakes_away(tx, desk, object_id, [event.subject], at)

    return Handler(keep_newcomer_away, prepare=ask_the_name)
