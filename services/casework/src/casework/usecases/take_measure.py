"""V-3: each measure of a verification is approved by itself and carried out by two officers at least."""

from typing import Annotated

from pydantic import Field

from casework.domain.verification import Measure, Verification
from casework.usecases.writing import write
from shared.http.models import Line, Text
from shared.process.bodies import Command
from shared.process.process import Changes, Step


class TakeMeasure(Command):
    """采取措施 · which measure, towards whom, by whom; the team if nobody is named."""

    measure: Annotated[Measure, Field(description="措施 · measure")] = Measure.TALK
    target: Annotated[str, Text(0, 1000), Field(description="对象和范围 · towards whom or what")] = ""
    participants: Annotated[
        list[Annotated[str, Line(1, 100)]], Field(max_length=30, description="参加人员 · who takes part")
    ] = []


async def take_measure(step: Step[Verification, TakeMeasure]) -> Changes:
    """Keep the approved measure; every one is a paper of its own version.

    Rule: V-3, SoD-6.
    """
    await write(step, "verification", "measure")
    return Changes(event={"measure": step.command.measure})
