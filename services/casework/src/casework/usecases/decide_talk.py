"""T-7: what comes of a talk or inquiry is decided."""

from typing import Annotated

from pydantic import Field

from casework.domain.talk_inquiry import Outcome, TalkInquiry
from casework.usecases.writing import write
from shared.process.bodies import Command
from shared.process.process import Changes, Step


class DecideTalk(Command):
    """作出决定 · the outcome; what the report proposes if left out."""

    outcome: Annotated[Outcome | None, Field(description="处置建议 · outcome")] = None


async def decide_talk(step: Step[TalkInquiry, DecideTalk]) -> Changes:
    """Keep the outcome; the clue goes on from there.

    Rule: T-7.
    """
    outcome = Outcome(step.command.outcome or step.subject.outcome or Outcome.ACCEPTED_AND_CLOSED)
    await write(step, "talk_inquiry", "decision")
    return Changes(
        columns={"outcome": outcome}, event={"clue_id": str(step.subject.clue_id), "outcome": outcome}
    )
