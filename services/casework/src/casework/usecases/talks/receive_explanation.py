"""T-6: the subject explains in writing, countersigned by the head of the Party organisation."""

from typing import Annotated

from pydantic import Field

from casework.domain.talk_inquiry import TalkInquiry
from casework.usecases.writing import write
from shared.http.models import Text
from shared.process.bodies import Command
from shared.process.process import Changes, Step


class ReceiveExplanation(Command):
    """收到书面说明 · the explanation, and whether it is countersigned."""

    explanation: Annotated[str, Text(0, 10000), Field(description="书面说明 · explanation")] = ""
    is_countersigned: Annotated[
        bool, Field(description="党组织主要负责人已签署意见 · countersigned by the head")
    ] = False
    subject_is_head: Annotated[
        bool,
        Field(description="本人即为主要负责人或者涉及其本人 · the subject is that head, or it concerns him"),
    ] = False


async def receive_explanation(step: Step[TalkInquiry, ReceiveExplanation]) -> Changes:
    """Keep the explanation; the month for the report begins.

    Rule: T-6, DL-10, DL-11.
    """
    await write(step, "talk_inquiry", "explanation")
    return Changes(columns={"is_countersigned": step.command.is_countersigned})
