"""R-A5: the superior is told of a clue about certain cadres, and of what is decided about it."""

from typing import Annotated

from pydantic import Field

from casework.domain.clue import Clue
from casework.usecases.writing import write
from shared.http.models import Line, Text
from shared.process.bodies import Command
from shared.process.process import Changes, Step


class ReportUp(Command):
    """报告上级机关 · to whom, and what it is told."""

    to: Annotated[str, Line(2, 200), Field(description="上级机关名称 · name of the superior")]
    report: Annotated[str, Text(4, 10000), Field(description="报告内容 · what the superior is told")]


async def report_up(step: Step[Clue, ReportUp]) -> Changes:
    """Keep the report and its day. Once a way of disposal is decided on, it tells of that too.

    Rule: R-A5, ENF Art 22.
    """
    clue = step.subject
    await write(step, "clue", "superior_report")
    told: dict[str, object] = {"reported_up_on": clue.reported_up_on or step.today}
    if clue.way is not None:
        told["disposal_reported_up_on"] = step.today
    return Changes(columns=told, event={"way": clue.way})
