"""What other services' events do here."""

from collections.abc import Mapping

from intake.usecases.recusals.watch_names import names_watched
from intake.usecases.reports.follow_clues import clue_handlers
from shared.feed.consume import Handler
from shared.process.desk import Desk
from shared.service.identity_feed import identity_handlers


def follows(desk: Desk) -> Mapping[str, Mapping[str, Handler]]:
    """Return the effects, by service and event."""
    watched = names_watched(desk)
    return {
        "identity": {**identity_handlers(desk), "officer.created": watched, "officer.changed": watched},
        "casework": clue_handlers(desk),
    }
