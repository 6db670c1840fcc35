"""V-5: the office studies the signed report together and keeps the minutes."""

from typing import Annotated

from pydantic import Field

from casework.domain.verification import Verification
from casework.usecases.writing import write
from shared.process.bodies import Command
from shared.process.process import Changes, Step
from shared.process.sign_bodies import MeetingRecord


class ReviewCollectively(Command):
    """集体研究 · the minutes; the opinion is the result."""

    meeting: Annotated[MeetingRecord | None, Field(description="会议记录，必填 · minutes, needed")] = None


async def review_collectively(step: Step[Verification, ReviewCollectively]) -> Changes:
    """Keep the minutes.

    Rule: V-5, ENF Art 35.
    """
    await write(step, "verification", "collective_review")
    return Changes()
