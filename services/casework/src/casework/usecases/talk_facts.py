"""What the guards of a talk's moves look at, and who signs."""

from casework.domain.talk_inquiry import TalkInquiry
from casework.domain.talk_inquiry_lifecycle import TalkInquiryAction as A
from casework.domain.talk_inquiry_lifecycle import TalkInquiryFacts
from shared.process.bodies import Command
from shared.process.process import Step


async def talk_facts(step: Step[TalkInquiry, Command]) -> TalkInquiryFacts:
    """Gather them for the move at hand."""
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
