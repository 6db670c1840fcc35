"""V-3: each measure of a verification is approved by itself and carried out by two officers at least."""

from typing import Annotated

from pydantic import Field

from casework.domain.verification import Measure, Verification
from casework.store.measures import add_measure
from casework.store.teams import members_of
from casework.usecases.writing import write
from shared.http.models import Line, Text
from shared.process.bodies import Command
from shared.process.process import Changes, Step


class TakeMeasure(Command):
    """采取措施 · which measure, towards whom, by whom; the team if nobody is named."""

    measure: Annotated[Measure, Field(description="措施 · measure")] = Measure.TALK
    target: Annotated[str, Text(0, 1000), Field(description="对象和范围 · towards whom or what")] = ""
    participants: Annotated[
        list[Annotated[str, Line(1, 100)]],
        Field(max_length=30, description="参加的核查组成员，登录名或者编号 · members who take part"),
    ] = []


async def take_measure(step: Step[Verification, TakeMeasure]) -> Changes:
    """Keep the approved measure; every one is a paper of its own version.

    Rule: V-3, SoD-6.
    """
    command, team = step.command, await members_of(step.tx, step.subject.id)
    named = set(command.participants)
    taking_part = [one.login for one in team if not named or named & {one.login, one.officer_id}]
    await write(step, "verification", "measure")
    add_measure(
        step.tx, step.subject.id, command.measure.value, taking_part, sign_off_id=step.sign_off_id, at=step.at
    )
    return Changes(event={"measure": command.measure})
