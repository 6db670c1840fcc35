"""Ask to send a text although it quotes the report; the office's head and the deputy leader decide."""

from __future__ import annotations

from dataclasses import asdict
from typing import Annotated, Any
from uuid import UUID

from pydantic import Field

from intake.domain.quotation_lifecycle import (
    ASKING,
    QUOTATION,
    Quotation,
    QuotationFacts,
    QuotationState,
)
from intake.store.quotations import digest_of, read_words, sealed
from intake.usecases.answering.quoting import quotes_the_report
from shared.db import Reader
from shared.http import idempotency
from shared.http.answers import Answer
from shared.http.models import Input, ObjectOut, Text
from shared.http.problems import Problem
from shared.ids import uuid7
from shared.needtoknow.store import grant
from shared.process.create import create
from shared.process.created import answer_created
from shared.process.desk import Call, Desk
from shared.process.load import load_for
from shared.process.process import Process, Step, Viewer


class AskQuotation(Input):
    """申请引用原文 · the whole text that is to leave, and why it cannot be said in other words."""

    text: Annotated[str, Text(2, 5000), Field(description="拟发出的全文 · the text as it would leave")]
    reason: Annotated[str, Text(10, 1000), Field(description="必须引用的理由 · why it must quote")]


class QuotationOut(ObjectOut):
    """A text that somebody wants to send although it quotes; in lists without its words."""

    object_type: str
    object_id: UUID
    text: str | None
    reason: str | None
    asked_by: str


async def ask_quotation(
    desk: Desk, process: Process[Any], object_id: UUID, body: AskQuotation, call: Call
) -> Answer:
    """Put a text before two people.

    Raises: Problem `not_found`, `forbidden`, `nothing_is_quoted`.
    Rule: C-3.
    """
    key = idempotency.key_of(call, body)
    async with desk.db.transaction(call.actor.scope(call.at)) as tx:
        if replay := await idempotency.claim(tx, key, call.at):
            return replay
        permission = process.permission("ask_quotation")
        matter, _ = await load_for(tx, desk, process, object_id, call, permission, lock=False)
        if not await quotes_the_report(tx, desk, object_id, body.text):
            raise Problem("nothing_is_quoted")
        quotation = Quotation(
            id=uuid7(), number=None, state=QuotationState.ASKED.value, version=1, holder_path=matter.holder_path,
            secrecy=matter.secrecy, object_type=process.name, object_id=object_id,
            digest=digest_of(desk.seals.provider, body.text), asked_by=call.actor.id,
        )  # fmt: skip
        grant(tx, quotation.id, call.actor.organisation, ASKING, by=call.actor.id, since=call.at)
        words = sealed(desk.seals, quotation.id, body.text, body.reason)
        await create(
            tx, desk, desk.processes[QUOTATION.name], quotation, rule="C-3", action="ask", actor=call.actor,
            at=call.at, trigger_on=call.today, columns={**asdict(quotation), **words, "created_at": call.at},
        )  # fmt: skip
        return await answer_created(tx, desk, desk.processes[QUOTATION.name], quotation, call, key)


async def quotation_facts(step: Step[Quotation, Any]) -> QuotationFacts:
    """Say whether who decides is who asked. Rule: SoD-1."""
    return QuotationFacts(is_own=step.actor.id == step.subject.asked_by)


async def view_quotation(reader: Reader, desk: Desk, quotation: Quotation, viewer: Viewer) -> dict[str, Any]:
    """Return what is asked; the words only of one request, not of a list."""
    words = (
        {"text": None, "reason": None} if viewer.brief else await read_words(reader, desk.seals, quotation.id)
    )
    return {
        "object_type": quotation.object_type,
        "object_id": quotation.object_id,
        "asked_by": quotation.asked_by,
        **words,
    }
