"""B10: an answered demand is closed with what came of it."""

from typing import Annotated

from pydantic import Field

from intake.domain.demand import Demand
from shared.process.bodies import Command
from shared.process.process import Changes, Step

Count = Annotated[int, Field(ge=0, le=10_000_000)]


class CloseDemand(Command):
    """办结 · figures of the result; money in cents of a yuan."""

    households_helped: Count | None = None
    money_paid_back: Annotated[int, Field(ge=0, le=10**14)] | None = None
    documents_issued: Count | None = None


async def close_demand(step: Step[Demand, CloseDemand]) -> Changes:
    """Keep the figures that were given.

    Rule: B10.
    """
    given = step.command.model_dump(exclude_unset=True, exclude={"opinion"})
    return Changes(columns=given, event=given)
