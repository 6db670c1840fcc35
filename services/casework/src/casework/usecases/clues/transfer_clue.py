"""C9: a clue goes to an investigation office, another organ, a judicial or a Party organisation."""

from typing import Annotated, Literal

from pydantic import Field

from casework.domain.clue import Clue, Way
from casework.domain.truth import TruthGrade
from casework.usecases.clues.concluding import Grade, concluded, verified
from casework.usecases.offices import office
from casework.usecases.writing import write
from shared.http.models import Line
from shared.process.bodies import Code, Command
from shared.process.process import Changes, Step

Target = Literal["investigation_office", "other_organ", "judicial", "party_organisation"]


class TransferClue(Command):
    """移送 · to whom."""

    target: Annotated[Target, Field(description="移送对象类别 · kind of receiver")] = "other_organ"
    to: Annotated[Code | None, Field(description="接收机构代码 · code of the receiver, if it has one")] = None
    receiver: Annotated[str, Line(0, 200), Field(description="接收机构名称 · name of the receiver")] = ""
    truth_grade: Grade = None


async def transfer_clue(step: Step[Clue, TransferClue]) -> Changes:
    """Conclude the clue here; how true it is, the other organ will find.

    Raises: Refused `organisation_unknown`.
    Rule: C9.
    """
    if step.command.to is not None:
        await office(step.tx, step.command.to)
    grade = step.command.truth_grade or await verified(step) or TruthGrade.CANNOT_BE_PROVED
    await write(step, "clue", "conclusion")
    return await concluded(step, grade, way=Way.TRANSFERRED, ground=step.command.target)
