"""Before officers are given a part in a joint task: who they are, and whether any of them must keep away.

Every check is put on record, whatever it finds. A finding blocks until the principal leader has decided.

Rule: 1.6.
"""

from __future__ import annotations

from typing import Any, Literal
from uuid import UUID

from casework.domain.clue import Clue
from casework.domain.clue_lifecycle import CLUE
from casework.domain.linkage.linkage_task import LinkageTask, Trigger
from casework.domain.linkage.linkage_task_lifecycle import LINKAGE_TASK
from casework.store.linkage.checks import Checked, checked_officers, record_check
from casework.store.linkage.circle import clues_of
from casework.store.papers import PAPERS
from casework.usecases.recusals.recusal_check import conflicted, keep_away
from shared.db import Reader
from shared.directory.officers import OfficerName, officers_named
from shared.directory.store import find_organisation
from shared.process.desk import Call, Desk
from shared.process.load import load_for, load_subject
from shared.process.process import Before
from shared.recusal.conflicts import Involved
from shared.recusal.store import Decided, decided_about

Occasion = Literal["request", "acceptance", "share", "assignment", "team"]


async def check_officers(
    desk: Desk, task: LinkageTask, officers: list[OfficerName], occasion: Occasion, call: Call
) -> frozenset[str]:
    """Compare officers with a task and the clues shared in it; return the ids of those who may not be named now.

    Raises: Problem `recusal_check_unavailable`.
    """
    async with desk.db.reader(call.actor.scope(call.at)) as reader:
        decided = await decided_about(reader, task.id, call.at)
        involved = await _involved(reader, desk, task)
        clues = await _clues(reader, desk, task)
    found = set(await keep_away(desk, involved, officers, decided, call.today))
    for clue in clues:
        found |= set(await conflicted(desk, clue, officers, call))
    async with desk.db.transaction(call.actor.scope(call.at)) as tx:
        for one in officers:
            checked = Checked(str(one.id), one.login, one.path, str(one.id) in found)
            record_check(tx, task.id, checked, occasion=occasion, by=call.actor.id, at=call.at)
    return blocked(found, [str(one.id) for one in officers], decided)


def blocked(positive: set[str], officers: list[str], decided: Decided) -> frozenset[str]:
    """Return who may not be named: told to keep away, or with a ground nobody has decided about."""
    return frozenset((positive - decided.free) | (decided.away & set(officers)))


async def blocked_on_record(
    reader: Reader, task_id: UUID, checked: list[Checked], call_at: Any
) -> frozenset[str]:
    """Return the same from the newest checks, for a move that a leader's signature makes."""
    decided = await decided_about(reader, task_id, call_at)
    positive = {one.officer_id for one in checked if one.is_positive}
    return blocked(positive, [one.officer_id for one in checked], decided)


def members_checked_for(action: str) -> Before:
    """Return the check that stands before a move which names members of a team."""

    async def check(desk: Desk, task_id: UUID, command: Any, call: Call) -> frozenset[str]:
        process = desk.processes[LINKAGE_TASK.name]
        async with desk.db.reader(call.actor.scope(call.at)) as reader:
            permission = process.permission(action)
            task, _ = await load_for(reader, desk, process, task_id, call, permission, lock=False)
        officers, _ = await officers_named(desk, command.members)
        return await check_officers(desk, task, officers, "team", call)

    return check


async def on_record(reader: Reader, task_id: UUID, names: list[str]) -> dict[str, Checked]:
    """Return officers as their newest check knew them, by the name they were given."""
    return await checked_officers(reader, task_id, names)


async def _involved(reader: Reader, desk: Desk, task: LinkageTask) -> Involved:
    paper = await PAPERS.newest(reader, desk.seals, task.id, "declaration")
    subjects = paper.fields.get("subjects", []) if paper else []
    units = [await find_organisation(reader, code) for code in task.units]
    named = {one["organisation"] for one in subjects if one.get("organisation")}
    return Involved(
        subjects=frozenset(one["name"] for one in subjects),
        organisations=frozenset({one.path for one in units if one} | named),
    )


async def _clues(reader: Reader, desk: Desk, task: LinkageTask) -> list[Clue]:
    ids = set(await clues_of(reader, task.id))
    if task.trigger_type == Trigger.CLUE and task.trigger_id:
        ids.add(task.trigger_id)
    found = [await load_subject(reader, desk.processes[CLUE.name], one, lock=False) for one in sorted(ids)]
    return [one for one in found if one is not None]
