"""What is found out before a secondment moves on, and what its guards look at."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from casework.domain.linkage.linkage_task import LinkageTask
from casework.domain.linkage.linkage_task_lifecycle import LINKAGE_TASK
from casework.domain.linkage.secondment import Secondment
from casework.domain.linkage.secondment_lifecycle import SECONDMENT, SecondmentFacts
from casework.domain.linkage.secondment_lifecycle import SecondmentAction as A
from casework.usecases.linkage.officer_check import check_officers
from shared.directory.officers import OfficerName, officers_named
from shared.directory.paths import is_within
from shared.http.problems import Problem
from shared.process.desk import Call, Desk
from shared.process.load import load_for, load_subject
from shared.process.process import Step


@dataclass(frozen=True, slots=True)
class Found:
    """The officer that is meant, if active, and whether they must keep away."""

    officer: OfficerName | None
    is_blocked: bool = False


async def alternative_found(desk: Desk, secondment_id: UUID, command: Any, call: Call) -> Found:
    """Find out whom the home body offers instead. Whether they may come is for the lead office to know.

    Raises: Problem `not_found`, `forbidden`, `recusal_check_unavailable`.
    """
    await _secondment(desk, secondment_id, A.COUNTER, call)
    if command.officer is None:
        return Found(None)
    officers, _ = await officers_named(desk, [command.officer])
    return Found(officers[0] if officers else None)


async def officer_checked(desk: Desk, secondment_id: UUID, _: Any, call: Call) -> Found:
    """Compare the officer who is to come with the task.

    Raises: Problem `not_found`, `forbidden`, `recusal_check_unavailable`.
    Rule: 1.6.
    """
    one = await _secondment(desk, secondment_id, A.ACCEPT, call)
    async with desk.db.reader(call.actor.scope(call.at)) as reader:
        task: LinkageTask | None = await load_subject(
            reader, desk.processes[LINKAGE_TASK.name], one.task_id, lock=False
        )
    if task is None:
        raise Problem("not_found")
    officers, _unknown = await officers_named(desk, [one.other_officer_id or one.officer_id])
    if not officers:
        return Found(None)
    return Found(officers[0], bool(await check_officers(desk, task, officers, "acceptance", call)))


async def secondment_facts(step: Step[Secondment, Any]) -> SecondmentFacts:
    """Gather them for the move at hand."""
    one, command, found = step.subject, step.command, step.prepared
    match step.row.action:
        case A.COUNTER:
            officer = found.officer
            return SecondmentFacts(
                unknown_officers=int(command.officer is not None and officer is None),
                is_of_home_body=officer is None or is_within(officer.path, one.home_path),
            )
        case A.ACCEPT:
            return SecondmentFacts(
                unknown_officers=int(found.officer is None),
                conflicted=int(found.is_blocked),
                period_is_open=(one.other_to_on or one.to_on) >= step.today,
            )
        case A.PROPOSE_EXTENSION:
            return SecondmentFacts(
                period_is_open=one.to_on >= step.today, is_longer=command.to_on > one.to_on
            )
        case A.AGREE_EXTENSION:
            return SecondmentFacts(period_is_open=one.to_on >= step.today)
    return SecondmentFacts()


async def _secondment(desk: Desk, secondment_id: UUID, action: A, call: Call) -> Secondment:
    process = desk.processes[SECONDMENT.name]
    async with desk.db.reader(call.actor.scope(call.at)) as reader:
        permission = process.permission(action.value)
        one: Secondment
        one, _ = await load_for(reader, desk, process, secondment_id, call, permission, lock=False)
    return one
