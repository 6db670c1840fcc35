"""What other services' events do here."""

from collections.abc import Mapping

from rectification.usecases.evaluations.lose_evaluator import leave_teams
from rectification.usecases.organizations.link_demand import hear_answer
from rectification.usecases.organizations.tell_clue import hear_end, hear_office
from rectification.usecases.organizations.transfer_clue import hear_conclusion
from rectification.usecases.recommendations.propose import hear_escalation, hear_trend
from shared.db import Transaction
from shared.feed.consume import Event, Handler
from shared.process.desk import Desk
from shared.service.identity_feed import identity_handlers


def follows(desk: Desk) -> Mapping[str, Mapping[str, Handler]]:
    """Return the effects, by service and event."""

    async def on_clue_concluded(tx: Transaction, event: Event, _: object) -> None:
        await hear_conclusion(tx, desk, event)
        await hear_end(tx, desk, event)

    async def on_clue_allocated(tx: Transaction, event: Event, _: object) -> None:
        await hear_office(tx, desk, event, event.data.get("holder"))

    async def on_clue_merged(tx: Transaction, event: Event, _: object) -> None:
        await hear_office(tx, desk, event, event.data.get("office"))

    async def on_demand_answered(tx: Transaction, event: Event, _: object) -> None:
        await hear_answer(tx, desk, event)

    async def on_urging_escalated(tx: Transaction, event: Event, _: object) -> None:
        await hear_escalation(tx, desk, event)

    async def on_trend_report_issued(tx: Transaction, event: Event, _: object) -> None:
        await hear_trend(tx, desk, event)

    of_identity = identity_handlers(desk)

    async def on_officer_left(tx: Transaction, event: Event, _: object) -> None:
        await of_identity["officer.left"].apply(tx, event, None)
        await leave_teams(tx, desk, event)

    return {
        "intake": {
            "demand.answered": Handler(on_demand_answered),
            "urging.escalated": Handler(on_urging_escalated),
            "trend_report.issued": Handler(on_trend_report_issued),
        },
        "identity": {**of_identity, "officer.left": Handler(on_officer_left)},
        "casework": {
            "clue.allocated": Handler(on_clue_allocated),
            "clue.merged": Handler(on_clue_merged),
            "clue.concluded": Handler(on_clue_concluded),
        },
    }
