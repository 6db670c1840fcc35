"""What other services' events do here."""

from collections.abc import Awaitable, Callable, Mapping
from typing import Any

from casework.usecases.cases.draft_recommendation import cancel_follow_up, settle_follow_up
from casework.usecases.clues.return_clue import give_back_with_report
from casework.usecases.clues.take_over_finding import look_into_finding, take_over_finding
from casework.usecases.clues.take_over_report import (
    look_into_report,
    look_into_transferred,
    take_over_report,
    take_up_again,
)
from casework.usecases.clues.take_over_reprisal import take_over_reprisal
from casework.usecases.conduct.request_recusal import take_over_decision, take_over_request, take_over_ruling
from casework.usecases.linkage.follow_up import settle_result, withdraw_result
from casework.usecases.recusals.leave_service import leave_service
from casework.usecases.recusals.watch_names import keep_newcomer_away, name_of_newcomer
from casework.usecases.talks.hear_evidence import hear_evidence
from shared.db import Transaction
from shared.feed.consume import Event, Handler
from shared.process.desk import Desk
from shared.service.identity_feed import identity_handlers

Effect = Callable[[Transaction, Desk, Event], Awaitable[None]]
Look = Callable[[Desk, Event], Awaitable[Any]]
"""What is asked of other services before the transaction opens."""
TakeOver = Callable[[Transaction, Desk, Event, Any], Awaitable[None]]


def follows(desk: Desk) -> Mapping[str, Mapping[str, Handler]]:
    """Return the effects, by service and event."""

    def does(*effects: Effect) -> Handler:
        async def apply(tx: Transaction, event: Event, _: object) -> None:
            for effect in effects:
                await effect(tx, desk, event)

        return Handler(apply)

    def asks(look: Look, then: TakeOver) -> Handler:
        async def prepare(event: Event) -> Any:
            return await look(desk, event)

        async def apply(tx: Transaction, event: Event, told: Any) -> None:
            await then(tx, desk, event, told)

        return Handler(apply, prepare=prepare)

    of_identity = identity_handlers(desk)

    async def rights_end(tx: Transaction, _: Desk, event: Event) -> None:
        await of_identity["officer.left"].apply(tx, event, None)

    return {
        "identity": {
            **of_identity,
            "officer.left": does(rights_end, leave_service),
            "officer.created": asks(name_of_newcomer, keep_newcomer_away),
            "officer.changed": asks(name_of_newcomer, keep_newcomer_away),
        },
        "intake": {
            "report.transferred": asks(look_into_transferred, take_over_report),
            "report.reopened": asks(look_into_report, take_up_again),
            "report.returned": does(give_back_with_report),
            "report.evidence_brought": does(hear_evidence),
            "protection_request.assessed": does(take_over_reprisal),
            "report.recusal_requested": does(take_over_request),
            "recusal.upheld": does(take_over_decision),
            "report.recusal_decided": does(take_over_ruling),
        },
        "rectification": {
            "finding.clue_transferred": asks(look_into_finding, take_over_finding),
            "recommendation.closed": does(settle_follow_up, settle_result),
            "recommendation.withdrawn": does(cancel_follow_up, withdraw_result),
        },
    }
