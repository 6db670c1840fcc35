"""A member writes on the shared board. Nobody waits for anybody: notes do not touch the task's own row."""

from typing import Annotated
from uuid import UUID

from pydantic import Field

from casework.domain.linkage.linkage_task_lifecycle import LINKAGE_TASK
from casework.store.linkage.board import Note, add_note
from casework.usecases.linkage.creating import WORKED, open_task
from shared.audit.record import audit
from shared.directory.paths import code_of
from shared.http import idempotency
from shared.http.answers import Answer
from shared.http.fields import on_the_wire
from shared.http.models import Input, Instant, Output, Text
from shared.process.desk import Call, Desk


class WriteNote(Input):
    """工作记录 · a note for the team."""

    text: Annotated[str, Text(1, 5000), Field(description="内容 · text")]


class NoteOut(Output):
    """A note on the board."""

    id: UUID
    text: str
    written_by: str
    organisation: str
    at: Instant


async def write_note(desk: Desk, task_id: UUID, body: WriteNote, call: Call) -> Answer:
    """Add a note, sealed. Raises: Problem `not_found`, `forbidden`, `task_not_open`. Rule: E7."""
    key = idempotency.key_of(call, body)
    async with desk.db.transaction(call.actor.scope(call.at)) as tx:
        if replay := await idempotency.claim(tx, key, call.at):
            return replay
        await open_task(tx, desk, task_id, call, "write_board", WORKED)
        path = call.actor.organisation
        note = add_note(tx, desk.seals, task_id, body.text, by=call.actor.id, path=path, at=call.at)
        audit(
            tx, call.actor, call.at, action="linkage_task:write_board", object_type=LINKAGE_TASK.name,
            object_id=task_id, rule="E7", request_id=call.request_id, details={"note": str(note.id)},
        )  # fmt: skip
        answer = Answer(201, shown_note(note))
        idempotency.keep(tx, key, answer, call.at)
    return answer


def shown_note(note: Note) -> dict[str, object]:
    """Return a note as answers show it."""
    return {
        "id": note.id,
        "text": note.text,
        "written_by": note.written_by,
        "organisation": code_of(note.organisation_path),
        "at": on_the_wire(note.at),
    }
