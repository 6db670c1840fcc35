"""T-7: the office reports on a talk or inquiry, and what comes of it is decided."""

from typing import Annotated

from pydantic import Field

from casework.domain.talk_inquiry import Outcome, TalkInquiry
from casework.domain.talk_inquiry_lifecycle import TalkInquiryAction as A
from casework.domain.talk_inquiry_lifecycle import TalkInquiryFacts
from casework.usecases.writing import write
from shared.http.models import Text
from shared.process.bodies import Command
from shared.process.process import Changes, Step

GivenOutcome = Annotated[Outcome | None, Field(description="处置建议 · outcome")]


class DraftTalkReport(Command):
    """起草情况报告 · the report; the opinion if left out."""

    report: Annotated[str, Text(0, 10000), Field(description="情况报告 · report")] = ""
    outcome: GivenOutcome = None


class DecideTalk(Command):
    """作出决定 · the outcome; what the report proposes if left out."""

    outcome: GivenOutcome = None


async def talk_facts(step: Step[TalkInquiry, Command]) -> TalkInquiryFacts:
    """Gather what the guards of a talk look at."""
    command = step.command
    match step.row.action:
        case A.HOLD_TALK:
            return TalkInquiryFacts(participants=len(getattr(command, "participants", ())))
        case A.RECEIVE_EXPLANATION:
            signed = getattr(command, "is_countersigned", False) or getattr(command, "subject_is_head", False)
            return TalkInquiryFacts(is_countersigned=signed)
        case A.DRAFT_REPORT:
            return TalkInquiryFacts(has_report=bool(getattr(command, "report", "") or command.opinion))
    return TalkInquiryFacts()


async def talk_signs(step: Step[TalkInquiry, Command]) -> tuple[str, ...]:
    """Return the principal leader for heads of next-lower committees, else the deputy. Rule: T-2."""
    return ("S3",) if step.subject.heads_lower_committee else step.row.signs


async def draft_talk_report(step: Step[TalkInquiry, DraftTalkReport]) -> Changes:
    """Keep the report as the next version.

    Rule: T-7, DL-11.
    """
    await write(step, "talk_inquiry", "report")
    return Changes(columns={"outcome": step.command.outcome or step.subject.outcome})


async def start_second_round(step: Step[TalkInquiry, Command]) -> Changes:
    """Ask again, because the subject denies without good grounds.

    Rule: T-7.
    """
    return Changes(columns={"rounds": step.subject.rounds + 1, "outcome": None})


async def decide_talk(step: Step[TalkInquiry, DecideTalk]) -> Changes:
    """Keep the outcome; the clue goes on from there.

    Rule: T-7.
    """
    outcome = Outcome(step.command.outcome or step.subject.outcome or Outcome.ACCEPTED_AND_CLOSED)
    await write(step, "talk_inquiry", "decision")
    return Changes(
        columns={"outcome": outcome}, event={"clue_id": str(step.subject.clue_id), "outcome": outcome}
    )
