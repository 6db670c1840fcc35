"""Open what is sealed: a text, or a reporter's identity. Each opening is recorded before it is answered."""

from __future__ import annotations

from typing import Annotated, Any, Literal
from uuid import UUID

from pydantic import Field

from intake.store.contents import read_content, read_messages, read_reporter
from shared.attachments.store import of_object
from shared.audit.record import audit
from shared.http.answers import Answer
from shared.http.models import Input
from shared.http.problems import Problem
from shared.process.desk import Call, Desk
from shared.process.load import load_for
from shared.process.process import Process

Purpose = Literal["verify_named", "clarify_content", "give_feedback", "protection", "reward"]


class OpenReporter(Input):
    """Why somebody needs to know who the reporter is."""

    purpose: Annotated[Purpose, Field(description="查阅目的 · purpose")]


async def read_text(desk: Desk, process: Process[Any], object_id: UUID, call: Call) -> Answer:
    """Return what the person wrote, whom it is about, and the dialogue.

    Raises: Problem `not_found`, `forbidden`.
    Rule: C-1, OFF Art 48.
    """
    permission = process.permission("read_text")
    async with desk.db.transaction(call.actor.scope(call.at)) as tx:
        await load_for(tx, desk, process, object_id, call, permission, lock=False)
        told = await read_content(tx, desk.seals, object_id)
        messages = await read_messages(tx, desk.seals, object_id)
        files = await of_object(tx, desk.seals, object_id)
        audit(
            tx, call.actor, call.at, action=permission, object_type=process.name, object_id=object_id,
            field_group="content", purpose=call.purpose, request_id=call.request_id,
        )  # fmt: skip
    return Answer(
        200,
        {
            "content": told.text,
            "subjects": told.subjects,
            "address": told.address,
            "messages": messages,
            "attachments": [one.as_json() for one in files],
        },
    )


async def open_reporter(
    desk: Desk, process: Process[Any], object_id: UUID, body: OpenReporter, call: Call
) -> Answer:
    """Return the reporter's identity to who needs it, for a stated purpose.

    Raises: Problem `not_found`, `forbidden`, `reporter_is_anonymous`.
    Rule: 1.4 point 1.
    """
    permission = process.permission("read_reporter")
    async with desk.db.transaction(call.actor.scope(call.at)) as tx:
        await load_for(tx, desk, process, object_id, call, permission, lock=False)
        identity = await read_reporter(tx, desk.seals, object_id)
        if identity is None:
            raise Problem("reporter_is_anonymous")
        audit(
            tx, call.actor, call.at, action=permission, object_type=process.name, object_id=object_id,
            field_group="identity", purpose=body.purpose, request_id=call.request_id,
        )  # fmt: skip
    return Answer(200, {"others": [], **identity})
