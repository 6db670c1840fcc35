"""T-7: the subject denies without good grounds, so talk or letter are tried again."""

from casework.domain.talk_inquiry import TalkInquiry
from shared.process.bodies import Command
from shared.process.process import Changes, Step


async def start_second_round(step: Step[TalkInquiry, Command]) -> Changes:
    """Count the round; what the first one led to no longer stands.

    Rule: T-7.
    """
    return Changes(columns={"rounds": step.subject.rounds + 1, "outcome": None})
