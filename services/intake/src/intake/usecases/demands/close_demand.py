"""B10: an answered demand is closed with what came of it."""

from typing import Annotated, Literal

from pydantic import Field

from intake.domain.demand import Demand
from intake.domain.demand_lifecycle import DEMAND
from intake.usecases.receipts.ask_later import ask_later
from shared.http.problems import FieldError, invalid_input
from shared.process.bodies import Command
from shared.process.process import Changes, Step

Outcome = Literal["solved", "partly_solved", "explained", "not_solved"]
SATISFIED = 4
"""From this rating on the one who asked is satisfied (满意)."""
Count = Annotated[int, Field(ge=0, le=10_000_000)]


class CloseDemand(Command):
    """办结 · what came of it, in a word and in figures; money in cents of a yuan."""

    outcome: Annotated[
        Outcome | None,
        Field(
            description="办理结果，群众评价满意时可省略 · what came of it; may be left out after a good rating"
        ),
    ] = None
    households_helped: Count | None = None
    money_paid_back: Annotated[int, Field(ge=0, le=10**14)] | None = None
    documents_issued: Count | None = None


async def says_what_came_of_it(step: Step[Demand, CloseDemand]) -> None:
    """Refuse to close without an outcome, unless the one who asked was satisfied. Raises: Problem `invalid_input`."""
    if outcome_of(step.subject, step.command) is None:
        raise invalid_input(FieldError("/outcome", "body", "missing"))


def outcome_of(demand: Demand, command: CloseDemand) -> str | None:
    """Return what came of a demand: what the officer says, or what a good rating says of a supported one."""
    if command.outcome is not None or (demand.satisfaction or 0) < SATISFIED:
        return command.outcome
    return "solved" if demand.view == "supported" else "explained"


async def close_demand(step: Step[Demand, CloseDemand]) -> Changes:
    """Keep what came of it. The office's word on it, the reporter's verdict and the later survey stay apart.

    Rule: B10.
    """
    await ask_later(step, DEMAND.name)
    given = step.command.model_dump(exclude_unset=True, exclude={"opinion"})
    given["outcome"] = outcome_of(step.subject, step.command)
    return Changes(columns=given, event=given)
