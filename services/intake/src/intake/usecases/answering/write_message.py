"""The dialogue: the holder of a receipt and the office write to each other; neither learns who the other is."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Any, Literal
from uuid import UUID

from pydantic import Field

from intake.store.contents import add_message
from intake.usecases.answering.quoting import quotes_the_report
from intake.usecases.receipts.receipt_holder import WithFiles, held_by, holder_scope, parse, take_files
from shared.audit.record import audit
from shared.auth.actor import PUBLIC
from shared.clock import to_the_hour
from shared.feed.emit import emit
from shared.http.answers import Answer
from shared.http.idempotency import claim, keep, key_of
from shared.http.models import Input, Output, Text
from shared.http.problems import Problem
from shared.process.desk import Call, Desk
from shared.process.load import load_for
from shared.process.process import Process


class DialogueMessageOut(Output):
    """One message of the dialogue."""

    from_: Annotated[Literal["reporter", "office"], Field(alias="from")]
    text: str
    on: date


class ReporterMessage(WithFiles):
    """A message of the reporter."""

    text: Annotated[str, Text(1, 5000), Field(description="内容 · text")]


class OfficeMessage(Input):
    """A message of the office to the reporter."""

    text: Annotated[str, Text(2, 5000), Field(description="内容 · text")]


async def write_as_reporter(desk: Desk, body: ReporterMessage, call: Call) -> Answer:
    """Add a reporter's message, and files, to the matter. Raises: Problem `receipt_unknown`, those of attachments."""
    key = key_of(call, body)
    hashes = parse(desk, body.receipt)
    async with desk.db.transaction(holder_scope(hashes)) as tx:
        if replay := await claim(tx, key, call.at):
            return replay
        held = await held_by(tx, hashes, body.matter)
        add_message(tx, desk.seals, held.object_id, "reporter", "message", body.text, call.today)
        await take_files(tx, held, body.attachments)
        emit(
            tx, desk.service, f"{held.object_type}.message_received", held.object_id, {}, to_the_hour(call.at)
        )
        audit(
            tx, PUBLIC, to_the_hour(call.at), action="receipt:message", object_type=held.object_type,
            object_id=held.object_id,
        )  # fmt: skip
        answer = Answer(201, {"from": "reporter", "text": body.text, "on": call.today})
        keep(tx, key, answer, call.at)
    return answer


async def write_as_office(
    desk: Desk, process: Process[Any], object_id: UUID, body: OfficeMessage, call: Call
) -> Answer:
    """Write to the reporter in words that do not quote what they wrote.

    Raises: Problem `not_found`, `forbidden`, `report_is_quoted`.
    Rule: 1.9.
    """
    key = key_of(call, body)
    async with desk.db.transaction(call.actor.scope(call.at)) as tx:
        if replay := await claim(tx, key, call.at):
            return replay
        await load_for(tx, desk, process, object_id, call, process.permission("send_message"), lock=False)
        if await quotes_the_report(tx, desk, object_id, body.text):
            raise Problem("report_is_quoted")
        add_message(tx, desk.seals, object_id, "office", "message", body.text, call.today)
        audit(
            tx, call.actor, call.at, action=process.permission("send_message"), object_type=process.name,
            object_id=object_id,
        )  # fmt: skip
        answer = Answer(201, {"from": "office", "text": body.text, "on": call.today})
        keep(tx, key, answer, call.at)
    return answer
