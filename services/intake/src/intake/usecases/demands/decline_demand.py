"""B2: a demand outside our duties is not accepted, for a reason from the list."""

from typing import Annotated, Literal

from pydantic import Field

from intake.domain.demand import Demand
from intake.usecases.demands.where_to_turn import tell_where_to_turn
from shared.http.models import Line
from shared.process.bodies import Command
from shared.process.process import Changes, Step


class DeclineDemand(Command):
    """不予受理 · the reason."""

    reason: Literal["judicial_or_arbitration_route", "other_organ_duty", "no_substance"]
    competent_body: Annotated[
        str,
        Line(0, 200),
        Field(description="有权处理的机关，告知反映人 · the body in charge, told to the reporter"),
    ] = ""


async def decline_demand(step: Step[Demand, DeclineDemand]) -> Changes:
    """Keep the reason; the petitioner reads where to turn.

    Rule: R-B1, PET Art 22.
    """
    tell_where_to_turn(step, step.command.competent_body)
    return Changes(columns={"reason": step.command.reason}, event={"reason": step.command.reason})
