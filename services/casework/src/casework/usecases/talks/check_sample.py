"""T-8: an explanation that was accepted is looked into all the same; whether, a keyed draw decided."""

from typing import Annotated, Literal

from pydantic import Field

from casework.domain.talk_inquiry import SampleCheck, TalkInquiry
from casework.domain.talk_inquiry_lifecycle import TalkInquiryAction as A
from casework.usecases.writing import write
from shared.http.models import Text
from shared.process.bodies import Command
from shared.process.process import Changes, Step


class CheckSample(Command):
    """抽查核实 · what the look into the explanation came to."""

    result: Annotated[Literal["credible", "not_credible"], Field(description="抽查结果 · result")]
    finding: Annotated[str, Text(2, 5000), Field(description="核实情况 · what was found")]


async def check_sample(step: Step[TalkInquiry, CheckSample]) -> Changes:
    """Keep the result; where the explanation was not true, the matter is open again.

    Rule: T-8, ENF Art 30.
    """
    await write(step, "talk_inquiry", "sample_check")
    result = SampleCheck(step.command.result)
    again = result is SampleCheck.NOT_CREDIBLE
    return Changes(columns={"sample_check": result}, then=A.REOPEN if again else "")
