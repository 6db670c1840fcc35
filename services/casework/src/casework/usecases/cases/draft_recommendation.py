"""J-4: what a case shows to be wrong with an organisation becomes a recommendation in rectification."""

from datetime import date
from typing import Annotated, Any, Literal
from uuid import UUID, uuid5

from pydantic import Field

from casework.clients.rectification import RectificationClient
from casework.domain.case import Case
from casework.domain.case_lifecycle import CASE, CaseAction
from casework.store.cases.records import add_follow_up, close_follow_up, withdraw_follow_up
from casework.usecases.writing import write
from shared.audit.record import audit
from shared.auth.actor import SYSTEM
from shared.db import Transaction
from shared.feed.consume import Event
from shared.http.client import Rejected, Unavailable
from shared.http.models import Day, Text
from shared.http.problems import Problem
from shared.process.bodies import Code, Command
from shared.process.desk import Call, Desk
from shared.process.load import load_for
from shared.process.process import Changes, Step
from shared.signoff.store import waiting_for

Kind = Literal["discipline", "supervisory"]


class DraftRecommendation(Command):
    """拟制纪检监察建议 · to whom, and what the letter is to say."""

    kind: Annotated[Kind, Field(description="建议类别 · discipline-inspection or supervisory")]
    addressee: Annotated[Code, Field(description="被建议单位代码 · addressee")]
    facts: Annotated[str, Text(1, 10000), Field(description="案件事实 · facts")]
    problems: Annotated[str, Text(1, 10000), Field(description="存在的问题 · problems found")]
    advice: Annotated[str, Text(1, 10000), Field(description="整改建议 · advice")]
    reply_by: Annotated[Day, Field(description="回复期限 · reply by")]


async def draft_there(desk: Desk, case_id: UUID, command: DraftRecommendation, call: Call) -> UUID | None:
    """Have rectification draft it before the transaction opens; repeating the request finds the same draft.

    Nothing is drafted for a move that the transaction will refuse, or has made before.

    Raises: Problem `not_found`, `forbidden`, `recommendation_unavailable`, `recommendation_refused`.
    """
    process, action = desk.processes[CASE.name], CaseAction.DRAFT_RECOMMENDATION
    async with desk.db.reader(call.actor.scope(call.at)) as reader:
        case, _ = await load_for(reader, desk, process, case_id, call, process.permission(action), lock=False)
        is_waiting = await waiting_for(reader, case_id) is not None
    if (
        is_waiting
        or call.if_match != case.version
        or all(row.action != action for row in CASE.from_state(case.state))
    ):
        return None
    body = {**command.model_dump(mode="json", exclude={"opinion"}), "origin": {"case_id": str(case_id)}}
    key = str(uuid5(case_id, f"{call.actor.id} {call.idempotency_key}"))
    rectification: RectificationClient = desk.clients["rectification"]
    try:
        return await rectification.draft_recommendation(body, call.actor, key)
    except Unavailable as error:
        raise Problem("recommendation_unavailable", service=error.service) from error
    except Rejected as error:
        raise Problem("recommendation_refused", reason=error.code) from error


async def draft_recommendation(step: Step[Case, DraftRecommendation]) -> Changes:
    """Remember the recommendation as a follow-up of the case.

    Rule: J-4, SL Art 52(1)(5), ENF Art 19.
    """
    command, recommendation_id = step.command, step.prepared
    await write(step, "case", "recommendation")
    add_follow_up(
        step.tx, recommendation_id=recommendation_id, case_id=step.subject.id, kind=command.kind,
        addressee=command.addressee, drafted_on=step.today,
    )  # fmt: skip
    return Changes(event={"recommendation_id": str(recommendation_id), "kind": command.kind})


async def settle_follow_up(tx: Transaction, desk: Desk, event: Event) -> None:
    """Mark a case's follow-up done when rectification closed its recommendation.

    Rule: J-4.
    """
    recommendation_id, today = UUID(event.subject), desk.clock.today()
    case_id = await close_follow_up(tx, recommendation_id, _closed_on(event.data, today))
    _record(tx, desk, case_id, recommendation_id, "settle_follow_up")


async def cancel_follow_up(tx: Transaction, desk: Desk, event: Event) -> None:
    """Mark it withdrawn when rectification withdrew the recommendation.

    Rule: J-4.
    """
    recommendation_id = UUID(event.subject)
    case_id = await withdraw_follow_up(tx, recommendation_id, desk.clock.today())
    _record(tx, desk, case_id, recommendation_id, "cancel_follow_up")


def _record(tx: Transaction, desk: Desk, case_id: UUID | None, recommendation_id: UUID, action: str) -> None:
    if case_id is not None:
        audit(
            tx, SYSTEM, desk.clock.now(), action=f"case:{action}", object_type=CASE.name, object_id=case_id,
            rule="J-4", details={"recommendation": str(recommendation_id)},
        )  # fmt: skip


def _closed_on(data: dict[str, Any], today: date) -> date:
    told = data.get("closed_on")
    return date.fromisoformat(told) if told else today
