"""T29: an officer who joins, or takes another name, may be somebody a clue is about; then they never see it."""

from __future__ import annotations

from uuid import UUID

from casework.clients.identity import IdentityClient
from casework.domain.likeness import Same, terms_of
from casework.store.terms import keyed_by, sharing
from shared.db import Transaction
from shared.feed.consume import Event
from shared.process.desk import Desk
from shared.process.keeping_away import keep_namesakes_away


async def name_of_newcomer(desk: Desk, event: Event) -> str | None:
    """Ask identity for the officer's name: events carry none. Raises: Unavailable, so that the event waits."""
    identity: IdentityClient = desk.clients["identity"]
    return await identity.name_of(UUID(event.subject))


async def keep_newcomer_away(tx: Transaction, desk: Desk, event: Event, name: str | None) -> None:
    """Shut every clue about a person of that name to the officer, ended ones too.

    Rule: 1.6; T29.
    """
    if name is None:
        return
    terms = terms_of(keyed_by(desk.seals), subjects=[(name, "")])
    asked = [one.value for one in terms if one.kind is Same.PERSON]
    found = [one for is_open in (True, False) for one in await sharing(tx, asked, is_open=is_open)]
    for clue_id in sorted({clue_id for clue_id, _, _ in found}):
        await keep_namesakes_away(tx, desk, clue_id, [event.subject], desk.clock.now())
