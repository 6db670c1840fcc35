"""What other services' events do here."""

from collections.abc import Awaitable, Callable, Mapping

from casework.usecases.cases.draft_recommendation import settle_follow_up
from casework.usecases.clues.return_clue import give_back_with_report
from casework.usecases.clues.take_over_finding import take_over_finding
from casework.usecases.clues.take_over_report import look_into_report, take_over_report, take_up_again
from casework.usecases.clues.take_over_reprisal import take_over_reprisal
from casework.usecases.conduct.request_recusal import take_over_decision, take_over_request, take_over_ruling
from casework.usecases.linkage.follow_up import settle_result
from casework.usecases.recusals.screening import About
from casework.usecases.recusals.watch_names import keep_newcomer_away, name_of_newcomer
from casework.usecases.talks.hear_evidence import hear_evidence
from shared.db import Transaction
from shared.feed.consume import Event, Handler
from shared.process.desk import Desk
from shared.service.identity_feed import identity_handlers

Effect = Callable[[Transaction, Desk, Event], Awaitable[None]]


def follows(desk: Desk) -> Mapping[str, Mapping[str, Handler]]:
    """Return the effects, by service and event."""

    def does(*effects: Effect) -> Handler:
        async def apply(tx: Transaction, event: Event, _: object) -> None:
            for effect in effects:
                await effect(tx, desk, event)

        return Handler(apply)

    async def look(event: Event) -> About | None:
        return await look_into_report(desk, event)

    async def on_report_transferred(tx: Transaction, event: Event, about: About | None) -> None:
        await take_over_report(tx, desk, event, about)

    async def on_report_reopened(tx: Transaction, event: Event, about: About | None) -> None:
        await take_up_again(tx, desk, event, about)

    async def ask_the_name(event: Event) -> str | None:
        return await name_of_newcomer(desk, event)

    async def on_officer_named(tx: Transaction, event: Event, name: str | None) -> None:
        await keep_newcomer_away(tx, desk, event, name)

    return {
        "identity": {
            **identity_handlers(desk),
            "officer.created": Handler(on_officer_named, prepare=ask_the_name),
            "officer.changed": Handler(on_officer_named, prepare=ask_the_name),
        },
        "intake": {
            "report.transferred": Handler(on_report_transferred, prepare=look),
            "report.reopened": Handler(on_report_reopened, prepare=look),
            "report.returned": does(give_back_with_report),
            "report.evidence_brought": does(hear_evidence),
            "protection_request.assessed": does(take_over_reprisal),
            "report.recusal_requested": does(take_over_request),
            "recusal.upheld": does(take_over_decision),
            "report.recusal_decided": does(take_over_ruling),
        },
        "rectification": {
            "finding.clue_transferred": does(take_over_finding),
            "recommendation.closed": does(settle_follow_up, settle_result),
        },
    }
