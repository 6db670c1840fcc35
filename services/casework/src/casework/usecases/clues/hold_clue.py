"""C7: a clue that may be true but cannot be checked now is set aside, and looked at again."""

from datetime import date
from typing import Annotated

from pydantic import Field

from casework.domain.clue import Clue, Way
from casework.usecases.clues.bodies import Minutes
from casework.usecases.writing import write
from shared.clocks.counting import due_on
from shared.http.models import Text
from shared.process.bodies import Command
from shared.process.process import Changes, Step


class HoldClue(Command):
    """暂存待查 · why it cannot be checked now, and when to look again: after six months at the latest."""

    reason: Annotated[str, Text(0, 5000), Field(description="暂存理由，省略时取意见 · reason")] = ""
    meeting: Minutes = None
    next_look_on: Annotated[date | None, Field(description="下次研判日期 · when to look again")] = None


async def hold_clue(step: Step[Clue, HoldClue]) -> Changes:
    """Set the clue aside; on the day named it is under assessment again by itself.

    Rule: C7, DL-45.
    """
    await write(step, "clue", "hold")
    limit = step.desk.deadlines["DL-45"]
    last = due_on(step.today, limit.amount, limit.unit, await step.desk.calendar.current(step.tx)).on
    return Changes(columns={"way": Way.ON_HOLD, "next_look_on": step.command.next_look_on or last})
