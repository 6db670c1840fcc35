"""B1: a demand gets its number."""

from intake.domain.demand import Demand
from shared.directory.paths import code_of
from shared.numbering import next_number
from shared.process.bodies import Code, Command
from shared.process.process import Changes, Step


class RegisterDemand(Command):
    """登记 · what staff may correct while registering."""

    region: Code | None = None
    field: Code | None = None


async def register_demand(step: Step[Demand, RegisterDemand]) -> Changes:
    """Number the demand and keep what staff corrected.

    Rule: B1, 1.8.
    """
    demand = step.subject
    given = step.command.model_dump(exclude_unset=True, exclude={"opinion"})
    number = await next_number(
        step.tx, org=code_of(demand.holder_path), kind="demand", year=demand.received_on.year
    )
    return Changes(
        columns={"number": str(number), **given}, event={"region": demand.region, "field": demand.field}
    )
