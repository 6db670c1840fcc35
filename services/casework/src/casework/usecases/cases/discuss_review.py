"""D12: the review office discusses the case together and keeps the minutes."""

from typing import Annotated

from pydantic import Field

from casework.domain.case import Case
from casework.usecases.writing import write
from shared.process.bodies import Command
from shared.process.process import Changes, Step
from shared.process.sign_bodies import MeetingRecord


class DiscussReview(Command):
    """集体审议 · the minutes."""

    meeting: Annotated[MeetingRecord | None, Field(description="会议记录 · minutes")] = None


async def discuss_review(step: Step[Case, DiscussReview]) -> Changes:
    """Keep the minutes.

    Rule: D12, ENF Art 55.
    """
    await write(step, "case", "review_discussion")
    return Changes()
