"""D13: the review gives a case back, to be investigated anew or to be supplemented, and the office takes it up."""

from typing import Annotated, Any

from pydantic import Field

from casework.domain.case import Case
from casework.usecases.writing import write
from shared.http.models import Text
from shared.process.bodies import Command
from shared.process.process import Changes, Step


class ReturnCase(Command):
    """退回 · the reasons, and what is to be done."""

    reason: Annotated[str, Text(0, 5000), Field(description="理由，省略时取意见 · reasons")] = ""


class Supplement(Command):
    """补充证据 · what was added."""

    supplement: Annotated[
        str, Text(0, 20000), Field(description="补证情况，省略时取意见 · what was added")
    ] = ""


async def return_case(step: Step[Case, ReturnCase]) -> Changes:
    """Keep the reasons; the month of the review ends here.

    Rule: D13, ENF Art 55(5).
    """
    await write(step, "case", "return")
    return Changes(event={"clue_id": str(step.subject.clue_id)})


async def reinvestigate(step: Step[Case, Any]) -> Changes:
    """Begin a round of its own: facts are shown and reported again.

    Rule: D13.
    """
    return Changes(columns={"round": step.subject.round + 1})


async def supplement(step: Step[Case, Supplement]) -> Changes:
    """Keep what was added; the case may go to review again.

    Rule: D13.
    """
    await write(step, "case", "supplement")
    return Changes()
