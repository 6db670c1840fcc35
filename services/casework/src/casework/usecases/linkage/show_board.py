"""The shared board of a joint task, in one call: notes, files and work, also what organisations are watched for."""

from datetime import date
from typing import Any
from uuid import UUID

from casework.domain.linkage.linkage_task_lifecycle import LINKAGE_TASK
from casework.store.linkage.board import board_tasks_of, notes_of
from casework.usecases.linkage.write_note import NoteOut, shown_note
from shared.attachments.store import of_object
from shared.audit.record import audit
from shared.db import Reader
from shared.directory.paths import code_of
from shared.http.answers import Answer
from shared.http.models import Output
from shared.process.desk import Call, Desk
from shared.process.load import load_for
from shared.service.attachment_routes import AttachmentOut


class BoardTaskBriefOut(Output):
    """A piece of work, in brief."""

    id: UUID
    state: str
    given_to: str
    login: str | None
    due_on: date
    consultation_id: UUID | None
    is_supervision: bool


class BoardOut(Output):
    """The board."""

    notes: list[NoteOut]
    files: list[AttachmentOut]
    board_tasks: list[BoardTaskBriefOut]


async def show_board(desk: Desk, task_id: UUID, call: Call) -> Answer:
    """Return the board to exactly the team and the head of the lead office; the look is recorded.

    Raises: Problem `not_found`, `forbidden`.
    Rule: E7, 1.4.
    """
    permission, process = "linkage_task:read_board", desk.processes[LINKAGE_TASK.name]
    async with desk.db.transaction(call.actor.scope(call.at)) as tx:
        await load_for(tx, desk, process, task_id, call, permission, lock=False)
        board = await _board(tx, desk, task_id)
        audit(
            tx, call.actor, call.at, action=permission, object_type=LINKAGE_TASK.name, object_id=task_id,
            field_group="board", request_id=call.request_id,
        )  # fmt: skip
    return Answer(200, board)


async def _board(reader: Reader, desk: Desk, task_id: UUID) -> dict[str, Any]:
    pieces = await board_tasks_of(reader, task_id)
    return {
        "notes": [shown_note(one) for one in await notes_of(reader, desk.seals, task_id)],
        "files": [one.as_json() for one in await of_object(reader, desk.seals, task_id)],
        "board_tasks": [
            {
                "id": one.id,
                "state": one.state,
                "given_to": code_of(one.given_to_path),
                "login": one.login,
                "due_on": one.due_on,
                "consultation_id": one.consultation_id,
                "is_supervision": one.is_supervision,
            }
            for one in pieces
        ],
    }
