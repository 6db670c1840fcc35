"""B2: a demand outside our duties is not accepted, for a reason from the list."""

from typing import Literal

from intake.domain.demand import Demand
from shared.process.bodies import Command
from shared.process.process import Changes, Step


class DeclineDemand(Command):
    """不予受理 · the reason."""

    reason: Literal["judicial_or_arbitration_route", "other_organ_duty", "no_substance"]


async def decline_demand(step: Step[Demand, DeclineDemand]) -> Changes:
    """Keep the reason; the petitioner reads where to turn.

    Rule: R-B1, PET Art 22.
    """
    return Changes(columns={"reason": step.command.reason}, event={"reason": step.command.reason})
