"""What other services' events do here."""

from collections.abc import Mapping

from shared.feed.consume import Handler
from shared.process.desk import Desk
from shared.service.identity_feed import identity_handlers


def follows(desk: Desk) -> Mapping[str, Mapping[str, Handler]]:
    """Return the effects, by service and event."""
    return {"identity": identity_handlers(desk)}
