"""What other services' events do here."""

from collections.abc import Mapping

from casework.usecases.cases.draft_recommendation import settle_follow_up
from casework.usecases.linkage.follow_up import settle_result
from casework.usecases.take_over_report import take_over_report, take_up_again
from shared.db import Transaction
from shared.feed.consume import Event, Handler
from shared.process.desk import Desk
from shared.service.identity_feed import identity_handlers


def follows(desk: Desk) -> Mapping[str, Mapping[str, Handler]]:
    """Return the effects, by service and event."""

    async def on_report_transferred(tx: Transaction, event: Event, _: object) -> None:
        await take_over_report(tx, desk, event)

    async def on_report_reopened(tx: Transaction, event: Event, _: object) -> None:
        await take_up_again(tx, desk, event)

    async def on_recommendation_closed(tx: Transaction, event: Event, _: object) -> None:
        await settle_follow_up(tx, desk, event)
        await settle_result(tx, desk, event)

    return {
        "identity": identity_handlers(desk),
        "intake": {
            "report.transferred": Handler(on_report_transferred),
            "report.reopened": Handler(on_report_reopened),
        },
        "rectification": {"recommendation.closed": Handler(on_recommendation_closed)},
    }
