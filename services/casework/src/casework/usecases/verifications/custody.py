"""V-3: property that is handed in voluntarily is held in custody, and settled before the verification ends."""

from typing import Annotated, Literal
from uuid import UUID

from pydantic import Field

from casework.domain.verification import Verification
from casework.store.measures import add_items, settle_items
from casework.usecases.writing import write
from shared.http.models import Input, Line, Text
from shared.process.bodies import Command
from shared.process.process import Changes, Step


class Item(Input):
    """One thing, or one sum of money."""

    description: Annotated[str, Text(2, 500), Field(description="名称、数量、特征 · what it is")]
    amount: Annotated[int | None, Field(ge=0, le=10**15, description="金额（分）· yuan cents")] = None


class TakeCustody(Command):
    """暂扣主动上交财物 · what is handed in, by whom, in whose presence."""

    items: Annotated[list[Item], Field(min_length=1, max_length=200, description="财物 · items")]
    handed_in_by: Annotated[str, Line(1, 200), Field(description="上交人 · who hands it in")]
    participants: Annotated[
        list[Annotated[str, Line(1, 100)]],
        Field(max_length=30, description="经手的核查组成员，不少于二人 · members present"),
    ] = []


class SettleCustody(Command):
    """处置暂扣财物 · which items, and what becomes of them."""

    items: Annotated[
        list[UUID], Field(min_length=1, max_length=200, description="财物编号 · ids of the items")
    ]
    result: Annotated[
        Literal["returned", "handed_over", "confiscated"],
        Field(description="退还、移交、收缴 · what becomes of them"),
    ]
    note: Annotated[str, Text(0, 2000), Field(description="说明 · note")] = ""


async def take_custody(step: Step[Verification, TakeCustody]) -> Changes:
    """Number the items on and seal what they are.

    Rule: V-3, ENF Art 34.
    """
    items = [(one.description, one.amount) for one in step.command.items]
    await add_items(step.tx, step.desk.seals, step.subject.id, items, step.today)
    await write(step, "verification", "custody")
    return Changes()


async def settle_custody(step: Step[Verification, SettleCustody]) -> Changes:
    """Record what became of the items.

    Rule: V-3.
    """
    await settle_items(step.tx, step.command.items, step.command.result, step.today)
    await write(step, "verification", "settlement")
    return Changes()
