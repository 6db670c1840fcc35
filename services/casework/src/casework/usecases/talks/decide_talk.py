"""T-7: what comes of a talk or inquiry is decided."""

from typing import Annotated

from pydantic import Field

from casework.domain.sampling import is_drawn
from casework.domain.talk_inquiry import Outcome, SampleCheck, TalkInquiry
from casework.store.terms import keyed_by
from casework.usecases.clues.dispose_clue import EducationMeasure
from casework.usecases.writing import write
from shared.http.models import Text
from shared.process.bodies import Command
from shared.process.process import Changes, Step


class DecideTalk(Command):
    """作出决定 · the outcome; what the report proposes if left out."""

    outcome: Annotated[Outcome | None, Field(description="处置建议 · outcome")] = None
    measure: Annotated[
        EducationMeasure | None, Field(description="批教帮扶措施，适用 light_measure · the light measure")
    ] = None
    reply: Annotated[
        str,
        Text(0, 5000),
        Field(description="对本人的回复，适用 accepted_and_closed，省略时取意见 · reply to the subject"),
    ] = ""


def outcome_of(talk: TalkInquiry, command: DecideTalk) -> Outcome:
    """Return what is decided: now, as the report proposes, or that the explanation is accepted."""
    return Outcome(command.outcome or talk.outcome or Outcome.ACCEPTED_AND_CLOSED)


async def decide_talk(step: Step[TalkInquiry, DecideTalk]) -> Changes:
    """Keep the outcome; the clue goes on from there. Some accepted explanations are drawn for a check.

    Rule: T-7, T-8.
    """
    talk, outcome = step.subject, outcome_of(step.subject, step.command)
    await write(step, "talk_inquiry", "decision")
    percent = step.desk.settings.sample_check_percent
    is_due = outcome is Outcome.ACCEPTED_AND_CLOSED and is_drawn(
        keyed_by(step.desk.seals), "talk_inquiry", talk.id, percent
    )
    columns = {
        "outcome": outcome,
        "measure": step.command.measure,
        "sample_check": SampleCheck.DUE if is_due and talk.sample_check is None else talk.sample_check,
    }
    return Changes(columns=columns, event={"clue_id": str(talk.clue_id), "outcome": outcome})
