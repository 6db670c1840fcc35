"""T-5: a letter of inquiry goes out, copied to the heads of the subject's Party organisation."""

from typing import Annotated

from pydantic import Field

from casework.domain.talk_inquiry import TalkInquiry
from casework.usecases.writing import write
from shared.http.models import Line, Text
from shared.process.bodies import Command
from shared.process.process import Changes, Step


class SendLetter(Command):
    """发函 · the letter of inquiry in the name of the general office, and who gets a copy."""

    letter: Annotated[str, Text(0, 10000), Field(description="函询内容，省略时取意见 · what is asked")] = ""
    copied_to: Annotated[
        list[Annotated[str, Line(1, 100)]],
        Field(max_length=10, description="抄送所在党组织、派驻机构主要负责人 · who gets a copy"),
    ] = []
    subject_is_head: Annotated[
        bool, Field(description="本人即为党组织主要负责人 · the subject is the head of that organisation")
    ] = False


async def send_letter(step: Step[TalkInquiry, SendLetter]) -> Changes:
    """Keep the letter; fifteen working days begin, counted anew once its delivery is recorded.

    Rule: T-5, DL-10.
    """
    await write(step, "talk_inquiry", "letter")
    return Changes(columns={"form": "letter", "letter_received_on": None})
