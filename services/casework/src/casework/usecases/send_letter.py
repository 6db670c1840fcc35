"""T-5: a letter of inquiry goes out, copied to the heads of the subject's Party organisation."""

from typing import Annotated

from pydantic import Field

from casework.domain.talk_inquiry import TalkInquiry
from casework.usecases.writing import write
from shared.http.models import Line, Text
from shared.process.bodies import Command
from shared.process.process import Changes, Step


class SendLetter(Command):
    """发函 · the letter of inquiry, and who gets a copy."""

    letter: Annotated[str, Text(0, 10000), Field(description="函询内容 · what is asked")] = ""
    copied_to: Annotated[
        list[Annotated[str, Line(1, 100)]], Field(max_length=10, description="抄送 · who gets a copy")
    ] = []


async def send_letter(step: Step[TalkInquiry, SendLetter]) -> Changes:
    """Keep the letter; fifteen working days for the explanation begin.

    Rule: T-5, DL-10.
    """
    await write(step, "talk_inquiry", "letter")
    return Changes(columns={"form": "letter"})
