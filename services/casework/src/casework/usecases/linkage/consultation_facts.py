"""What is found out before a consultation is resolved, and what its guards look at."""

from typing import Any
from uuid import UUID

from casework.domain.linkage.consultation_lifecycle import CONSULTATION, Consultation, ConsultationFacts
from casework.domain.linkage.consultation_lifecycle import ConsultationAction as A
from casework.domain.linkage.linkage_task import LinkageTask
from casework.domain.linkage.linkage_task_lifecycle import LINKAGE_TASK
from casework.store.linkage.consultations import voices_of
from casework.usecases.linkage.assign_board_task import doer_of
from casework.usecases.linkage.consultation_bodies import ResolveConsultation
from casework.usecases.linkage.officer_check import check_officers
from shared.directory.officers import officers_named
from shared.http.problems import Problem
from shared.process.desk import Call, Desk
from shared.process.load import load_for, load_subject
from shared.process.process import Step


async def doers_checked(
    desk: Desk, consultation_id: UUID, command: ResolveConsultation, call: Call
) -> frozenset[str]:
    """Compare officers who are to be given work with the task.

    Raises: Problem `not_found`, `forbidden`, `recusal_check_unavailable`.
    Rule: 1.6.
    """
    process = desk.processes[CONSULTATION.name]
    async with desk.db.reader(call.actor.scope(call.at)) as reader:
        permission = process.permission(A.RESOLVE.value)
        one, _ = await load_for(reader, desk, process, consultation_id, call, permission, lock=False)
        task: LinkageTask | None = await load_subject(
            reader, desk.processes[LINKAGE_TASK.name], one.task_id, lock=False
        )
    if task is None:
        raise Problem("not_found")
    named = [one.officer for one in command.board_tasks if one.officer]
    if not named:
        return frozenset()
    officers, _unknown = await officers_named(desk, named)
    return await check_officers(desk, task, officers, "assignment", call)


async def consultation_facts(step: Step[Consultation, Any]) -> ConsultationFacts:
    """Gather them for the move at hand."""
    if step.row.action == A.CANCEL:
        return ConsultationFacts()
    voices = await voices_of(step.tx, step.desk.seals, step.subject.id)
    if step.row.action == A.GIVE_OPINION:
        own = [one for one in voices if one.officer_id == step.actor.id]
        return ConsultationFacts(is_participant=bool(own), has_spoken=any(one.position for one in own))
    command: ResolveConsultation = step.command
    excused = {one.officer for one in command.absent}
    unheard = [one for one in voices if one.position is None and not excused & {one.login, one.officer_id}]
    return ConsultationFacts(
        unheard=len(unheard),
        dissent_is_answered=step.subject.dissents == 0 or command.dissent_answer is not None,
        misplaced=await _misplaced(step, command),
        conflicted=len(step.prepared),
    )


async def _misplaced(step: Step[Consultation, Any], command: ResolveConsultation) -> int:
    """Count the pieces of work given to somebody outside the task."""
    task = await task_of(step)
    call = Call(actor=step.actor, at=step.at, today=step.today)
    return len([one for one in command.board_tasks if await doer_of(step.tx, task, one, call) is None])


async def task_of(step: Step[Consultation, Any]) -> LinkageTask:
    """Return the task a consultation belongs to. Raises: Problem `not_found`."""
    task: LinkageTask | None = await load_subject(
        step.tx, step.desk.processes[LINKAGE_TASK.name], step.subject.task_id, lock=False
    )
    if task is None:
        raise Problem("not_found")
    return task
