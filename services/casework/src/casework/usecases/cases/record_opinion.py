"""D14: before the decision the organisation department and the subject's Party organisation are heard."""

from typing import Annotated

from pydantic import Field

from casework.domain.case import Case, Consulted
from casework.usecases.writing import write
from shared.http.models import Day, Line
from shared.process.bodies import Command
from shared.process.process import Changes, Step


class RecordOpinion(Command):
    """征求意见 · whose opinion; the text is the opinion itself."""

    of: Annotated[Consulted, Field(description="征求对象 · who was asked")]
    letter_number: Annotated[str, Line(0, 100), Field(description="复函文号 · number of the letter")] = ""
    given_on: Annotated[Day | None, Field(description="复函日期 · day")] = None


async def record_opinion(step: Step[Case, RecordOpinion]) -> Changes:
    """Keep the opinion.

    Rule: D14, ENF Art 56.
    """
    await write(step, "case", f"opinion_{step.command.of}")
    return Changes()
