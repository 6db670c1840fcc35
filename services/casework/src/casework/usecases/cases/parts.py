"""Give officers a part in a case: the team that investigates, the group that reviews, those who handle an appeal."""

from typing import Any
from uuid import UUID

from casework.domain.clue_lifecycle import MEMBER
from casework.store.cases.members import Part, add_participant, dismiss_participants, participants_of
from casework.store.teams import Member
from casework.usecases.verifications.team_check import TeamCheck
from shared.needtoknow.store import end, grant
from shared.process.process import Step


def leader_among(members: tuple[Member, ...], named: str | None) -> str | None:
    """Return the id of the officer named as leader, else of the first."""
    for member in members:
        if named in (member.login, member.officer_id):
            return member.officer_id
    return members[0].officer_id if members else None


async def take_part(
    step: Step[Any, Any],
    case_id: UUID,
    part: Part,
    *,
    leader: str | None = None,
    appeal_id: UUID | None = None,
) -> int:
    """Let exactly the checked officers have that part from now on; return how many they are.

    The team knows of the case as long as it has its part in it; the others' offices know of it anyway.
    """
    checked: TeamCheck = step.prepared
    present = await participants_of(step.tx, case_id, part, appeal_id=appeal_id)
    wanted = {member.officer_id: member for member in checked.members}
    await dismiss_participants(step.tx, case_id, part, at=step.at, appeal_id=appeal_id)
    for officer_id, member in wanted.items():
        is_leader = officer_id == leader
        add_participant(
            step.tx, case_id, part, member, since=step.at, is_leader=is_leader, appeal_id=appeal_id
        )
    if part == "team":
        before = {one.officer_id for one in present}
        for officer_id in before - wanted.keys():
            await end(step.tx, case_id, by=step.actor.id, at=step.at, grantee=officer_id, capacity=MEMBER)
        for officer_id in wanted.keys() - before:
            grant(step.tx, case_id, officer_id, MEMBER, by=step.actor.id, since=step.at)
    return len(wanted)
