"""T-7: the subject denies without good grounds, so talk or letter are tried again."""

from casework.domain.talk_inquiry import TalkInquiry
from casework.usecases.writing import write
from shared.process.bodies import Command
from shared.process.process import Changes, Step


class StartSecondRound(Command):
    """再次谈话函询 · the opinion says why the denial has no good ground."""


async def start_second_round(step: Step[TalkInquiry, StartSecondRound]) -> Changes:
    """Count the round; what the first one led to no longer stands, and either form may be tried.

    Rule: T-7.
    """
    await write(step, "talk_inquiry", "second_round")
    return Changes(columns={"rounds": step.subject.rounds + 1, "outcome": None, "form": None})
