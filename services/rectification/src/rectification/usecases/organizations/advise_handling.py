"""18.7, C3.2: the inspection advises organisational handling, and the organisation department carries it out.

What is advised names persons; it lies sealed, and the inspected organisation does not read it.
"""

from __future__ import annotations

from typing import Annotated
from uuid import UUID

from pydantic import Field

from rectification.domain.organization import InspectedOrganization
from rectification.store.handling import add_advice, carry_out
from shared.http.models import Day, Text
from shared.process.bodies import Command
from shared.process.process import Changes, Step


class AdviseHandling(Command):
    """提出组织处理建议 · what is advised, and why."""

    text: Annotated[str, Text(5, 10000), Field(description="组织处理建议 · what is advised")]


class CarryOutHandling(Command):
    """落实组织处理建议 · which advice, what was done, and when."""

    advice_id: Annotated[UUID, Field(description="组织处理建议 · the advice")]
    held_on: Annotated[Day, Field(description="落实日期 · day")]
    text: Annotated[str, Text(2, 10000), Field(description="落实情况 · what was done")]


async def advise_handling(step: Step[InspectedOrganization, AdviseHandling]) -> Changes:
    """Keep the advice sealed; the organisation department is told by the event, by its number only. Rule: C3.2."""
    ordinal = await add_advice(
        step.tx, step.desk.seals, step.subject.id, step.command.text, step.actor.id, step.today
    )
    return Changes(event={"advice": ordinal})


async def carry_out_handling(step: Step[InspectedOrganization, CarryOutHandling]) -> Changes:
    """Write down that the advice was carried out. Rule: C3.2."""
    command = step.command
    await carry_out(step.tx, step.desk.seals, command.advice_id, command.text, step.actor.id, command.held_on)
    return Changes()
