"""Internal notes on a matter: staff write and read them; nothing a reporter opens ever looks into their table."""

from __future__ import annotations

from typing import Annotated, Any
from uuid import UUID

from pydantic import Field

from intake.store.notes import add_note, read_notes
from shared.audit.record import audit
from shared.http import idempotency
from shared.http.answers import Answer
from shared.http.models import Input, Instant, Output, Text
from shared.process.desk import Call, Desk
from shared.process.load import load_for
from shared.process.process import Process


class WriteNote(Input):
    """内部备注 · for staff only."""

    text: Annotated[str, Text(1, 5000), Field(description="备注内容 · text")]


class NoteOut(Output):
    """An internal note."""

    id: UUID
    text: str
    by: str
    organisation: str
    at: Instant


class NotesOut(Output):
    """The internal notes on a matter, oldest first."""

    items: list[NoteOut]


async def write_note(
    desk: Desk, process: Process[Any], object_id: UUID, body: WriteNote, call: Call
) -> Answer:
    """Add a note. Raises: Problem `not_found`, `forbidden`."""
    key = idempotency.key_of(call, body)
    permission = process.permission("write_note")
    async with desk.db.transaction(call.actor.scope(call.at)) as tx:
        if replay := await idempotency.claim(tx, key, call.at):
            return replay
        await load_for(tx, desk, process, object_id, call, permission, lock=False)
        note = add_note(
            tx, desk.seals, object_id, body.text, by=call.actor.id, path=call.actor.organisation, at=call.at
        )
        audit(
            tx, call.actor, call.at, action=permission, object_type=process.name, object_id=object_id,
            request_id=call.request_id, details={"note": str(note["id"])},
        )  # fmt: skip
        answer = Answer(201, note)
        idempotency.keep(tx, key, answer, call.at)
    return answer


async def list_notes(desk: Desk, process: Process[Any], object_id: UUID, call: Call) -> Answer:
    """Return the notes on a matter, oldest first; the reading is recorded. Raises: Problem `not_found`, `forbidden`."""
    permission = process.permission("read_notes")
    async with desk.db.transaction(call.actor.scope(call.at)) as tx:
        await load_for(tx, desk, process, object_id, call, permission, lock=False)
        notes = await read_notes(tx, desk.seals, object_id)
        audit(
            tx, call.actor, call.at, action=permission, object_type=process.name, object_id=object_id,
            field_group="notes", request_id=call.request_id,
        )  # fmt: skip
    return Answer(200, {"items": notes})
