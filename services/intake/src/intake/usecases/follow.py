"""What other services' events do here."""

from collections.abc import Awaitable, Callable, Mapping

from intake.usecases.follow_clues import clue_allocated, clue_concluded, clue_merged, clue_unmerged
from intake.usecases.recusals.watch_names import names_watched
from shared.db import Transaction
from shared.feed.consume import Event, Handler
from shared.process.desk import Desk
from shared.service.identity_feed import identity_handlers

Effect = Callable[[Transaction, Desk, Event], Awaitable[None]]


def follows(desk: Desk) -> Mapping[str, Mapping[str, Handler]]:
    """Return the effects, by service and event."""

    def does(effect: Effect) -> Handler:
        async def apply(tx: Transaction, event: Event, _: object) -> None:
            await effect(tx, desk, event)

        return Handler(apply)

    return {
        "identity": {
            **identity_handlers(desk),
            "officer.created": names_watched(desk),
            "officer.changed": names_watched(desk),
        },
        "casework": {
            "clue.allocated": does(clue_allocated),
            "clue.merged": does(clue_merged),
            "clue.unmerged": does(clue_unmerged),
            "clue.concluded": does(clue_concluded),
        },
    }
