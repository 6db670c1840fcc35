"""What other services' events do here."""

from collections.abc import Mapping

from casework.usecases.cases.draft_recommendation import settle_follow_up
from casework.usecases.conduct.request_recusal import take_over_decision, take_over_request
from casework.usecases.linkage.follow_up import settle_result
from casework.usecases.screening import About
from casework.usecases.take_over_finding import take_over_finding
from casework.usecases.take_over_report import look_into_report, take_over_report, take_up_again
from casework.usecases.watch_names import keep_newcomer_away, name_of_newcomer
from shared.db import Transaction
from shared.feed.consume import Event, Handler
from shared.process.desk import Desk
from shared.service.identity_feed import identity_handlers


def follows(desk: Desk) -> Mapping[str, Mapping[str, Handler]]:
    """Return the effects, by service and event."""

    async def look(event: Event) -> About | None:
        return await look_into_report(desk, event)

    async def on_report_transferred(tx: Transaction, event: Event, about: About | None) -> None:
        await take_over_report(tx, desk, event, about)

    async def on_report_reopened(tx: Transaction, event: Event, about: About | None) -> None:
        await take_up_again(tx, desk, event, about)

    async def on_finding_transferred(tx: Transaction, event: Event, _: object) -> None:
        await take_over_finding(tx, desk, event)

    async def on_recusal_requested(tx: Transaction, event: Event, _: object) -> None:
        await take_over_request(tx, desk, event)

    async def on_recusal_upheld(tx: Transaction, event: Event, _: object) -> None:
        await take_over_decision(tx, desk, event)

    async def ask_the_name(event: Event) -> str | None:
        return await name_of_newcomer(desk, event)

    async def on_officer_named(tx: Transaction, event: Event, name: str | None) -> None:
        await keep_newcomer_away(tx, desk, event, name)

    async def on_recommendation_closed(tx: Transaction, event: Event, _: object) -> None:
        await settle_follow_up(tx, desk, event)
        await settle_result(tx, desk, event)

    return {
        "identity": {
            **identity_handlers(desk),
            "officer.created": Handler(on_officer_named, prepare=ask_the_name),
            "officer.changed": Handler(on_officer_named, prepare=ask_the_name),
        },
        "intake": {
            "report.transferred": Handler(on_report_transferred, prepare=look),
            "report.reopened": Handler(on_report_reopened, prepare=look),
            "report.recusal_requested": Handler(on_recusal_requested),
            "recusal.upheld": Handler(on_recusal_upheld),
        },
        "rectification": {
            "finding.clue_transferred": Handler(on_finding_transferred),
            "recommendation.closed": Handler(on_recommendation_closed),
        },
    }
