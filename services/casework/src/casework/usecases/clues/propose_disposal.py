"""C5, C6: the office proposes how to dispose of a clue; once signed, the approved way begins at once."""

from typing import Annotated

from pydantic import Field

from casework.domain.clue import CaseType, Clue, Way
from casework.domain.clue_lifecycle import UPWARD
from casework.domain.clue_lifecycle import ClueAction as A
from casework.usecases.clues.bodies import Minutes
from casework.usecases.writing import write
from shared.clocks import store as clocks
from shared.http.models import Text
from shared.process.bodies import Command
from shared.process.process import Changes, Step

_BEGINS = {Way.TALK_INQUIRY: A.BEGIN_TALK_INQUIRY, Way.PRELIMINARY_VERIFICATION: A.BEGIN_VERIFICATION}


class ProposeDisposal(Command):
    """提出处置意见 · the way, and the disposal plan."""

    way: Annotated[Way, Field(description="处置方式 · one of the four ways, or transfer")]
    plan: Annotated[str, Text(0, 10000), Field(description="处置方案 · disposal plan")] = ""
    meeting: Minutes = None
    case_type: Annotated[CaseType | None, Field(description="问题性质 · kind of breach")] = None
    is_committee_managed: Annotated[
        bool | None, Field(description="党委管理的干部 · a cadre managed by the Party committee")
    ] = None


async def propose_disposal(step: Step[Clue, ProposeDisposal]) -> Changes:
    """Keep the signed proposal with the minutes of the office's study; its approval follows in the same transaction.

    Rule: C5, DL-09.
    """
    command = step.command
    await write(step, "clue", "disposal")
    given: dict[str, object] = {"way": command.way}
    if command.case_type is not None:
        given["case_type"] = command.case_type
    if command.is_committee_managed:
        given["is_committee_managed"] = True
    return Changes(columns=given, then=A.APPROVE_DISPOSAL)


async def approve_disposal(step: Step[Clue, ProposeDisposal]) -> Changes:
    """Go on into talk and inquiry or verification; to hold, close or transfer is the handler's next move.

    Where the superior has not heard of an earlier disposal yet, the days to tell it run on.

    Rule: C6, R-A5, SL Art 40.
    """
    way, clue = step.command.way, step.subject
    begins = clue.reports_up and not await clocks.is_running(step.tx, clue.id, UPWARD)
    idle = frozenset() if begins else frozenset({UPWARD})
    return Changes(event={"way": way}, no_clock=idle, then=_BEGINS.get(way, ""))
