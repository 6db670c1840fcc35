"""A member puts an uploaded file on the shared board, where the whole team can open it."""

from typing import Annotated
from uuid import UUID

from pydantic import Field

from casework.domain.linkage.linkage_task_lifecycle import LINKAGE_TASK
from casework.usecases.linkage.creating import WORKED, open_task
from shared.attachments.errors import AttachmentUnknown
from shared.attachments.store import find, link
from shared.audit.record import audit
from shared.http import idempotency
from shared.http.answers import Answer
from shared.http.models import Input
from shared.http.problems import Problem
from shared.process.desk import Call, Desk


class AttachFile(Input):
    """上板文件 · a file that the caller has uploaded."""

    attachment_id: Annotated[UUID, Field(description="附件编号 · the uploaded file")]


async def attach_file(desk: Desk, task_id: UUID, body: AttachFile, call: Call) -> Answer:
    """Link the file to the task. A file for some of the team only is shared instead.

    Raises: Problem `not_found`, `forbidden`, `task_not_open`, `attachment_unknown`.
    Rule: E5, E7.
    """
    key = idempotency.key_of(call, body)
    async with desk.db.transaction(call.actor.scope(call.at)) as tx:
        if replay := await idempotency.claim(tx, key, call.at):
            return replay
        await open_task(tx, desk, task_id, call, "write_board", WORKED)
        try:
            await link(
                tx, [body.attachment_id], object_type=LINKAGE_TASK.name, object_id=task_id, uploaded_by=call.actor.id
            )  # fmt: skip
        except AttachmentUnknown as error:
            raise Problem("attachment_unknown") from error
        attachment = await find(tx, desk.seals, body.attachment_id)
        audit(
            tx, call.actor, call.at, action="linkage_task:write_board", object_type=LINKAGE_TASK.name,
            object_id=task_id, rule="E7", request_id=call.request_id, details={"attachment": str(attachment.id)},
        )  # fmt: skip
        answer = Answer(201, attachment.as_json())
        idempotency.keep(tx, key, answer, call.at)
    return answer
