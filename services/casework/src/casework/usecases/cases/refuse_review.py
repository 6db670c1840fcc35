"""D10: a file that is not fit is given back before it is accepted."""

from typing import Annotated

from pydantic import Field

from casework.domain.case import Case
from casework.usecases.writing import write
from shared.http.models import Text
from shared.process.bodies import Command
from shared.process.process import Changes, Step


class RefuseReview(Command):
    """不予受理审理 · what is missing or unfit."""

    reason: Annotated[str, Text(0, 5000), Field(description="理由，省略时取意见 · reason")] = ""


async def refuse_review(step: Step[Case, RefuseReview]) -> Changes:
    """Keep the reason.

    Rule: D10, ENF Art 55(1).
    """
    await write(step, "case", "review_refusal")
    return Changes()
