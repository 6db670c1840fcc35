"""Before a team is formed: find out who the officers are, and whether any of them must keep away."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from casework.domain.clue import Clue
from casework.domain.clue_lifecycle import CLUE
from casework.domain.verification_lifecycle import VERIFICATION
from casework.store.teams import Member
from casework.usecases.recusals.recusal_check import conflicted
from shared.directory.officers import officers_named
from shared.http.problems import Problem
from shared.process.desk import Call, Desk
from shared.process.load import load_for, load_subject
from shared.process.process import Before


@dataclass(frozen=True, slots=True)
class TeamCheck:
    """What was found out. `unknown` are names that fit nobody, `conflicted` officers with a ground."""

    members: tuple[Member, ...]
    unknown: tuple[str, ...] = ()
    conflicted: tuple[str, ...] = ()


def checked_for(action: str) -> Before:
    """Return the check that stands before an action on a verification which names its team."""

    async def check(desk: Desk, verification_id: UUID, command: Any, call: Call) -> TeamCheck:
        process = desk.processes[VERIFICATION.name]
        async with desk.db.reader(call.actor.scope(call.at)) as reader:
            permission = process.permission(action)
            verification, _ = await load_for(
                reader, desk, process, verification_id, call, permission, lock=False
            )
            clue: Clue | None = await load_subject(
                reader, desk.processes[CLUE.name], verification.clue_id, lock=False
            )
        if clue is None:
            raise Problem("not_found")
        return await check_officers(desk, clue, command.members, call)

    return check


async def check_officers(desk: Desk, clue: Clue, names: list[str], call: Call) -> TeamCheck:
    """Look up officers by login or id and check each against the clue.

    Raises: Problem `recusal_check_unavailable`.
    """
    officers, unknown = await officers_named(desk, names)
    found = await conflicted(desk, clue, officers, call)
    members = tuple(Member(str(one.id), one.login, one.path) for one in officers)
    return TeamCheck(members, tuple(unknown), tuple(found))
