"""J-4: when rectification closes a recommendation, the joint task shows that what had to follow is done."""

from collections.abc import Mapping
from datetime import date
from uuid import UUID

from casework.store.linkage.results import follow_up
from shared.db import Transaction
from shared.feed.consume import Event, Handler
from shared.process.desk import Desk


def linkage_handlers(desk: Desk) -> Mapping[str, Handler]:
    """Return the effects of rectification's events on joint tasks."""

    async def on_recommendation_closed(tx: Transaction, event: Event, _: object) -> None:
        closed_on = event.data.get("closed_on")
        on = date.fromisoformat(closed_on) if closed_on else desk.clock.today()
        await follow_up(tx, UUID(event.subject), on)

    return {"recommendation.closed": Handler(on_recommendation_closed)}
