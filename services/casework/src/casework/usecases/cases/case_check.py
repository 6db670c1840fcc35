"""Before officers get a part in a case: who they are, and whether any of them must keep away from it."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from casework.domain.case import Case, Subject
from casework.domain.case_lifecycle import CASE
from casework.store.cases.cases import Identity, identities_of, subjects_of
from casework.store.teams import Member
from casework.usecases.recusals.recusal_check import keep_away
from casework.usecases.verifications.team_check import TeamCheck
from shared.db import Reader
from shared.directory.officers import officers_named
from shared.directory.store import find_organisation
from shared.http.problems import Problem
from shared.process.desk import Call, Desk
from shared.process.load import load_for, load_subject
from shared.process.process import Before
from shared.recusal.conflicts import Involved
from shared.recusal.store import Decided, decided_about


def officers_checked_for(action: str) -> Before:
    """Return the check that stands before an action on a case which names officers."""

    async def check(desk: Desk, case_id: UUID, command: Any, call: Call) -> TeamCheck:
        process = desk.processes[CASE.name]
        async with desk.db.reader(call.actor.scope(call.at)) as reader:
            case, _ = await load_for(
                reader, desk, process, case_id, call, process.permission(action), lock=False
            )
        return await check_for_case(desk, case, command.members, call)

    return check


def officers_checked_for_appeal(action: str) -> Before:
    """Return the same for an action on an appeal in a case."""

    async def check(desk: Desk, appeal_id: UUID, command: Any, call: Call) -> TeamCheck:
        process = desk.processes["appeal"]
        async with desk.db.reader(call.actor.scope(call.at)) as reader:
            appeal, _ = await load_for(
                reader, desk, process, appeal_id, call, process.permission(action), lock=False
            )
            case: Case | None = await load_subject(
                reader, desk.processes[CASE.name], appeal.case_id, lock=False
            )
        if case is None:
            raise Problem("not_found")
        return await check_for_case(desk, case, command.members, call)

    return check


async def check_for_case(desk: Desk, case: Case, names: list[str], call: Call) -> TeamCheck:
    """Look up officers by login or id and compare each with the persons of the case.

    What was decided about the clue the case comes from holds for the case.

    Raises: Problem `recusal_check_unavailable`.
    """
    officers, absent = await officers_named(desk, names)
    async with desk.db.reader(call.actor.scope(call.at)) as reader:
        involved = await _involved(reader, desk, case)
        decided = [await decided_about(reader, one, call.at) for one in (case.id, case.clue_id)]
    away = decided[0].away | decided[1].away
    free = (decided[0].free | decided[1].free) - away
    conflicted = await keep_away(desk, involved, officers, Decided(away, free), call.today)
    members = tuple(Member(str(one.id), one.login, one.path) for one in officers)
    return TeamCheck(members, tuple(absent), tuple(conflicted))


async def _involved(reader: Reader, desk: Desk, case: Case) -> Involved:
    subjects: list[Subject] = await subjects_of(reader, case.id)
    identities: dict[UUID, Identity] = await identities_of(reader, desk.seals, case.id)
    codes = {one.organisation for one in subjects if one.organisation}
    paths = [await find_organisation(reader, code) for code in sorted(codes)]
    units = {one.unit for one in identities.values() if one.unit}
    return Involved(
        subjects=frozenset(one.name for one in identities.values()),
        organisations=frozenset({one.path for one in paths if one} | units),
    )
