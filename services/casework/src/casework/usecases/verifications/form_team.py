"""V-1: the office names the team, two officers or more, none of whom must keep away."""

from typing import Annotated, Any

from pydantic import Field

from casework.domain.clue_lifecycle import MEMBER
from casework.domain.verification import Verification
from casework.store.teams import Member, add_member, dismiss, members_of
from casework.usecases.verifications.team_check import TeamCheck
from shared.http.models import Line
from shared.needtoknow.store import end, grant
from shared.process.bodies import Command
from shared.process.process import Changes, Step


class FormTeam(Command):
    """组成核查组 · the whole team as it shall be from now on."""

    members: Annotated[
        list[Annotated[str, Line(1, 100)]],
        Field(min_length=1, max_length=30, description="成员登录名或者编号 · logins or ids of the officers"),
    ]


async def form_team(step: Step[Verification, FormTeam]) -> Changes:
    """Let each new member know of clue and verification from now on, and those who leave no longer.

    Raises: Problem `service_unavailable` when relations cannot be checked now.
    Rule: V-1, SoD-6, 1.6.
    """
    team: TeamCheck = step.prepared
    present = {member.officer_id: member for member in await members_of(step.tx, step.subject.id)}
    wanted = {member.officer_id: member for member in team.members}
    leaving = [officer for officer in present if officer not in wanted]
    if leaving:
        await dismiss(step.tx, step.subject.id, leaving, step.at)
        for officer in leaving:
            await forget(step, officer)
    for officer, member in wanted.items():
        if officer not in present:
            _admit(step, member)
    return Changes(event={"clue_id": str(step.subject.clue_id), "members": len(wanted)})


def _admit(step: Step[Verification, FormTeam], member: Member) -> None:
    add_member(step.tx, step.subject.id, member, step.at)
    for object_id in (step.subject.id, step.subject.clue_id):
        grant(step.tx, object_id, member.officer_id, MEMBER, by=step.actor.id, since=step.at)


async def forget(step: Step[Verification, Any], officer: str | None = None) -> None:
    """End what one member, or everybody in the team, may know of clue and verification."""
    for object_id in (step.subject.id, step.subject.clue_id):
        await end(step.tx, object_id, by=step.actor.id, at=step.at, grantee=officer, capacity=MEMBER)
