"""B10: an answered demand is closed with what came of it."""

from typing import Annotated, Literal

from pydantic import Field

from intake.domain.demand import Demand
from intake.domain.demand_lifecycle import DEMAND
from intake.usecases.receipts.ask_later import ask_later
from shared.process.bodies import Command
from shared.process.process import Changes, Step

Outcome = Literal["solved", "partly_solved", "explained", "not_solved"]
Count = Annotated[int, Field(ge=0, le=10_000_000)]


class CloseDemand(Command):
    """办结 · what came of it, in a word and in figures; money in cents of a yuan."""

    outcome: Annotated[Outcome | None, Field(description="办理结果 · what came of it")] = None

    households_helped: Count | None = None
    money_paid_back: Annotated[int, Field(ge=0, le=10**14)] | None = None
    documents_issued: Count | None = None


async def close_demand(step: Step[Demand, CloseDemand]) -> Changes:
    """Keep what was given. The office's word on it, the reporter's verdict and the later survey stay apart.

    Rule: B10.
    """
    ask_later(step, DEMAND.name)
    given = step.command.model_dump(exclude_unset=True, exclude={"opinion"})
    return Changes(columns=given, event=given)
