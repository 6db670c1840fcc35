"""C9: a clue goes to another organ, a judicial or a Party organisation, or to another office of the same organ."""

from dataclasses import replace
from typing import Annotated, Literal

from pydantic import Field

from casework.domain.clue import Clue, Way
from casework.usecases.clues.allocate_clue import handed_over
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


class TransferWithin(Command):
    """移送本机关其他部门 · to which office."""

    to: Annotated[Code, Field(description="接收部门代码 · code of the office", examples=["city-office-2"])]


async def transfer_clue(step: Step[Clue, TransferClue]) -> Changes:
    """End the clue here; how true it is, the other organ will find, unless a verification found it before.

    Raises: Refused `organisation_unknown`.
    Rule: C9.
    """
    if step.command.to is not None:
        await office(step.tx, step.command.to)
    grade = step.command.truth_grade or await verified(step)
    await write(step, "clue", "conclusion")
    return await concluded(step, grade, way=Way.TRANSFERRED, ground=step.command.target)


async def transfer_within(step: Step[Clue, TransferWithin]) -> Changes:
    """Hand the clue on undecided, with what was found out so far. The receiver gets a month; who had it sees no more.

    Raises: Refused `organisation_unknown`.
    Rule: C9, DL-09, SoD-5.
    """
    changes = await handed_over(step, await office(step.tx, step.command.to))
    return replace(changes, columns={**changes.columns, "way": None})
