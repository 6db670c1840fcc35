"""The holder of a receipt reads where the matter stands, the dialogue, and the answer; never the report itself."""

from __future__ import annotations

from typing import Any

from intake.domain.demand import Demand
from intake.domain.demand_lifecycle import DEMAND, DemandAction
from intake.domain.receipt_states import receipt_state
from intake.domain.report_lifecycle import REPORT, ReportState
from intake.store.contents import read_messages, read_opinion
from intake.store.receipts import Held, find_receipt, opened_too
from intake.store.surveys import survey_of
from intake.usecases.demands.review_demand import WINDOWS, open_windows
from intake.usecases.receipts.ask_later import lapses_on
from intake.usecases.receipts.receipt_holder import ReceiptBody, holder_scope, parse
from shared.audit.record import audit
from shared.auth.actor import PUBLIC
from shared.clock import to_the_hour
from shared.db import Reader
from shared.http.problems import Problem
from shared.process.desk import Call, Desk
from shared.process.load import load_subject


async def open_receipt(desk: Desk, body: ReceiptBody, call: Call) -> dict[str, Any]:
    """Return what the receipt shows. Found or not, the answer takes the same time.

    Raises: Problem `receipt_unknown`, the same for missing, expired and voided.
    Rule: 1.4 point 6.
    """
    hashes = parse(desk, body.receipt)
    async with desk.db.transaction(holder_scope(hashes)) as tx:
        held = await find_receipt(tx, hashes)
        if held is None:
            raise Problem("receipt_unknown")
        subject = await load_subject(tx, desk.processes[held.object_type], held.object_id, lock=False)
        if subject is None:
            raise Problem("receipt_unknown")
        shown = await show_all(tx, desk, held, subject)
        audit(
            tx, PUBLIC, to_the_hour(call.at), action="receipt:open", object_type=held.object_type,
            object_id=held.object_id,
        )  # fmt: skip
    return shown


async def show_all(reader: Reader, desk: Desk, held: Held, subject: Any) -> dict[str, Any]:
    """Return the matter a receipt was given for, and beside it what was split from it."""
    also = []
    for other in await opened_too(reader, held.object_id):
        matter = await load_subject(reader, desk.processes[other.object_type], other.object_id, lock=False)
        if matter is not None:
            also.append({"matter": other.object_type, **await show(reader, desk, other, matter)})
    return {**await show(reader, desk, held, subject), "also": also}


async def show(reader: Reader, desk: Desk, held: Held, subject: Any) -> dict[str, Any]:
    """Return state, messages and answer as the reporter reads them."""
    messages = await read_messages(reader, desk.seals, held.object_id)
    survey = await survey_of(reader, held.object_id)
    answer = await answer_of(reader, desk, held, subject, messages)
    windows = await _windows(reader, desk, held, subject)
    return {
        "state": receipt_state(held.object_type, subject.state),
        "received_on": subject.received_on,
        "messages": [
            {"from": one["from"], "text": one["text"], "on": one["on"]}
            for one in messages
            if one["kind"] != "rating"
        ],
        "answer": answer,
        "can_rate": _may(held, subject, DemandAction.RATE) and WINDOWS[DemandAction.RATE] in windows,
        "can_object": (_may(held, subject, DemandAction.OBJECT) and not subject.had_final_review)
        or (held.object_type == REPORT.name and subject.state == ReportState.FEEDBACK_GIVEN),
        "can_request_review": WINDOWS[DemandAction.REQUEST_REVIEW] in windows and not subject.had_review,
        "can_request_final_review": WINDOWS[DemandAction.REQUEST_FINAL_REVIEW] in windows
        and subject.had_review
        and not subject.had_final_review,
        "can_answer_survey": survey is not None
        and survey.answered_on is None
        and survey.opens_on <= desk.clock.today() <= lapses_on(desk, survey),
        "survey_until": None if survey is None or survey.answered_on else lapses_on(desk, survey),
    }


async def answer_of(
    reader: Reader, desk: Desk, held: Held, subject: Any, messages: list[dict[str, Any]]
) -> dict[str, Any] | None:
    """Return a demand's written opinion, or the feedback on a report; None while there is none."""
    if isinstance(subject, Demand):
        if subject.answered_on is None:
            return None
        return await read_opinion(reader, desk.seals, held.object_id)
    feedback = [one for one in messages if one["kind"] == "feedback"]
    return {"text": feedback[-1]["text"], "answered_on": feedback[-1]["on"]} if feedback else None


async def _windows(reader: Reader, desk: Desk, held: Held, subject: Any) -> set[str]:
    """Return the rules by which an answer may still be rated or reviewed: their days run."""
    if not _may(held, subject, DemandAction.REQUEST_REVIEW):
        return set()
    return await open_windows(reader, held.object_id, desk.clock.now())


def _may(held: Held, subject: Any, action: DemandAction) -> bool:
    return held.object_type == DEMAND.name and any(
        row.action == action for row in DEMAND.from_state(subject.state)
    )
