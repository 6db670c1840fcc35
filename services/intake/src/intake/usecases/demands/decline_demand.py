"""B2: a demand outside our duties is not accepted, for a reason from the list."""

from typing import Annotated, Literal
from uuid import UUID

from pydantic import Field

from intake.domain.demand import Demand
from intake.usecases.demands.reviewed_before import tell_what_stands
from intake.usecases.demands.where_to_turn import tell_where_to_turn
from shared.http.models import Line
from shared.process.bodies import Command
from shared.process.process import Changes, Step


class DeclineDemand(Command):
    """不予受理 · the reason."""

    reason: Literal["judicial_or_arbitration_route", "other_organ_duty", "no_substance", "finally_reviewed"]
    competent_body: Annotated[
        str,
        Line(0, 200),
        Field(description="有权处理的机关，告知反映人 · the body in charge, told to the reporter"),
    ] = ""
    reviewed_demand: Annotated[
        UUID | None,
        Field(description="已经复核终结的同一诉求 · the demand whose final review was about the same facts"),
    ] = None
    reporter_confirmed: Annotated[
        bool,
        Field(description="已向反映人核实系同一人反映 · the reporter confirmed that both demands are theirs"),
    ] = False


async def decline_demand(step: Step[Demand, DeclineDemand]) -> Changes:
    """Keep the reason; the petitioner reads where to turn, or that a final review stands.

    Rule: R-B1, B8, PET Art 22, 36.
    """
    command = step.command
    tell_where_to_turn(step, command.competent_body)
    await tell_what_stands(step, command.reviewed_demand, confirmed=command.reporter_confirmed)
    columns = {"reason": command.reason, "reviewed_demand": command.reviewed_demand}
    return Changes(columns=columns, event={"reason": command.reason})
