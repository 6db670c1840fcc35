"""T-4 to T-6: a talk is held, or a letter sent and answered."""

from typing import Annotated

from pydantic import Field

from casework.domain.talk_inquiry import TalkInquiry
from casework.usecases.writing import write
from shared.http.models import Line, Text
from shared.process.bodies import Command
from shared.process.process import Changes, Step

People = Annotated[list[Annotated[str, Line(1, 100)]], Field(max_length=30)]


class HoldTalk(Command):
    """谈话 · where, by whom, and the transcript."""

    participants: Annotated[People, Field(description="谈话人员，不少于二人 · at least two officers")] = []
    place: Annotated[str, Line(0, 200), Field(description="地点 · place")] = ""
    transcript: Annotated[str, Text(0, 20000), Field(description="谈话笔录 · transcript")] = ""


class SendLetter(Command):
    """发函 · the letter of inquiry, copied to the heads named."""

    letter: Annotated[str, Text(0, 10000), Field(description="函询内容 · what is asked")] = ""
    copied_to: Annotated[People, Field(description="抄送 · heads it is copied to")] = []


class ReceiveExplanation(Command):
    """收到书面说明 · the explanation, and who countersigned it."""

    explanation: Annotated[str, Text(0, 20000), Field(description="书面说明 · explanation")] = ""
    is_countersigned: Annotated[
        bool,
        Field(description="党组织主要负责人已签署意见 · countersigned by the head of the Party organisation"),
    ] = False
    subject_is_head: Annotated[
        bool,
        Field(
            description="本人即为主要负责人，直接回复 · the subject is that head, or the reply concerns him"
        ),
    ] = False


async def hold_talk(step: Step[TalkInquiry, HoldTalk]) -> Changes:
    """Keep the transcript; the month for the report begins.

    Rule: T-3, T-4, DL-11.
    """
    await write(step, "talk_inquiry", "transcript")
    return Changes(columns={"form": "talk"})


async def send_letter(step: Step[TalkInquiry, SendLetter]) -> Changes:
    """Keep the letter; fifteen working days for the explanation begin.

    Rule: T-5, DL-10.
    """
    await write(step, "talk_inquiry", "letter")
    return Changes(columns={"form": "letter"})


async def receive_explanation(step: Step[TalkInquiry, ReceiveExplanation]) -> Changes:
    """Keep the explanation; the month for the report begins.

    Rule: T-6, DL-10, DL-11.
    """
    await write(step, "talk_inquiry", "explanation")
    return Changes(columns={"is_countersigned": step.command.is_countersigned})
