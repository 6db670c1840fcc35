"""D4: the team is formed, two officers or more, none of whom must keep away; later it may change."""

from typing import Annotated

from pydantic import Field

from casework.domain.case import Case
from casework.usecases.cases.parts import leader_among, take_part
from shared.http.models import Line
from shared.process.bodies import Command
from shared.process.process import Changes, Step

Officer = Annotated[str, Line(1, 100)]


class FormCaseTeam(Command):
    """成立审查调查组 · the whole team as it shall be from now on."""

    members: Annotated[
        list[Officer],
        Field(min_length=1, max_length=60, description="成员登录名或者编号 · logins or ids of the officers"),
    ]
    leader: Annotated[
        Officer | None, Field(description="组长，省略时取第一人 · the leader, else the first")
    ] = None


async def begin_investigation(step: Step[Case, FormCaseTeam]) -> Changes:
    """Let the members know of the case from now on, and those who leave no longer.

    Rule: D4, SoD-6, 1.6.
    """
    leader = leader_among(step.prepared.members, step.command.leader)
    members = await take_part(step, step.subject.id, "team", leader=leader)
    return Changes(event={"clue_id": str(step.subject.clue_id), "members": members})
