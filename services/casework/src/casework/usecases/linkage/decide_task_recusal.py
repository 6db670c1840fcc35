"""1.6: the head of the organ decides whether an officer keeps away from a joint task and all that belongs to it."""

from uuid import UUID

from casework.domain.linkage.linkage_task_lifecycle import LINKAGE_TASK
from casework.store.linkage.circle import dismiss, keep_away
from casework.store.linkage.team import remove_from_team
from casework.usecases.decide_recusal import DecideRecusal
from casework.usecases.linkage.officer_check import the_officer
from shared.audit.record import audit
from shared.http import idempotency
from shared.http.answers import Answer
from shared.ids import uuid7
from shared.process.desk import Call, Desk
from shared.process.load import load_for


async def decide_task_recusal(desk: Desk, task_id: UUID, body: DecideRecusal, call: Call) -> Answer:
    """Record the decision; it lets an officer be named although a ground was found, or shuts the task to them.

    Raises: Problem `not_found`, `forbidden`, `officer_unknown`, `recusal_check_unavailable`.
    Rule: 1.6, SL Art 67, DL-46.
    """
    key = idempotency.key_of(call, body)
    permission, process = "linkage_task:decide_recusal", desk.processes[LINKAGE_TASK.name]
    async with desk.db.reader(call.actor.scope(call.at)) as reader:
        await load_for(reader, desk, process, task_id, call, permission, lock=False)
    officer_id = str((await the_officer(desk, body.officer)).id)
    async with desk.db.transaction(call.actor.scope(call.at)) as tx:
        if replay := await idempotency.claim(tx, key, call.at):
            return replay
        await load_for(tx, desk, process, task_id, call, permission, lock=True)
        await keep_away(
            tx, task_id, officer_id, ground=body.ground, decided_by=call.actor.id, at=call.at, keeps=body.keeps_away
        )  # fmt: skip
        if body.keeps_away:
            await remove_from_team(tx, task_id, officer_id, by=call.actor.id, at=call.at)
            await dismiss(tx, task_id, officer_id, by=call.actor.id, at=call.at)
        audit(
            tx, call.actor, call.at, action=permission, object_type=LINKAGE_TASK.name, object_id=task_id, rule="1.6",
            request_id=call.request_id, details={"officer": officer_id, "keeps_away": body.keeps_away},
        )  # fmt: skip
        answer = Answer(
            201, {"id": uuid7(), "officer_id": officer_id, **body.model_dump(exclude={"officer"})}
        )
        idempotency.keep(tx, key, answer, call.at)
    return answer
