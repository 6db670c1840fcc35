"""Three months after closing the holder of the receipt is asked once: is it solved? Closed is not solved."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from intake.store.surveys import answer_survey, survey_of
from intake.usecases.receipts.ask_later import lapses_on
from intake.usecases.receipts.open_receipt import show_all
from intake.usecases.receipts.receipt_holder import MatterBody, held_by, holder_scope, parse
from shared.audit.record import audit
from shared.auth.actor import PUBLIC
from shared.clock import to_the_hour
from shared.feed.emit import emit
from shared.http.answers import Answer
from shared.http.idempotency import claim, keep, key_of
from shared.http.models import Text
from shared.http.problems import Problem
from shared.process.desk import Call, Desk
from shared.process.load import load_subject

Verdict = Literal["solved", "partly_solved", "not_solved"]


class SurveyBody(MatterBody):
    """Whether it is solved, long after."""

    verdict: Annotated[Verdict, Field(description="是否解决 · is it solved")]
    comment: Annotated[str, Text(0, 1000), Field(description="说明 · comment")] = ""


async def survey(desk: Desk, body: SurveyBody, call: Call) -> Answer:
    """Take the answer, once.

    Raises: Problem `receipt_unknown`, `survey_not_open`, `survey_already_answered`, `survey_lapsed`.
    """
    key = key_of(call, body)
    hashes = parse(desk, body.receipt)
    at = to_the_hour(call.at)
    async with desk.db.transaction(holder_scope(hashes)) as tx:
        if replay := await claim(tx, key, call.at):
            return replay
        held = await held_by(tx, hashes, body.matter)
        found = await survey_of(tx, held.object_id, lock=True)
        if found is None or call.today < found.opens_on:
            raise Problem("survey_not_open")
        if found.answered_on is not None:
            raise Problem("survey_already_answered")
        if call.today > lapses_on(desk, found):
            raise Problem("survey_lapsed")
        await answer_survey(
            tx, desk.seals, held.object_id, verdict=body.verdict, comment=body.comment, on=call.today
        )
        audit(tx, PUBLIC, at, action="receipt:survey", object_type=held.object_type, object_id=held.object_id)
        emit(tx, desk.service, f"{held.object_type}.surveyed", held.object_id, {"verdict": body.verdict}, at)
        subject = await load_subject(tx, desk.processes[held.object_type], held.object_id, lock=False)
        answer = Answer(200, await show_all(tx, desk, held, subject))
        keep(tx, key, answer, call.at)
    return answer
