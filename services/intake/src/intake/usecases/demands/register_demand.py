"""B1: a demand gets its number, and the department declared for it is proposed."""

from intake.domain.demand import Demand
from intake.domain.demand_lifecycle import DEMAND
from intake.store.competences import competent_for
from intake.usecases.matters.take_in import check_codes
from intake.usecases.merging.find_duplicates import make_findable
from intake.usecases.recusals.screen_matters import ask_again
from shared.directory.paths import code_of
from shared.numbering import next_number
from shared.process.bodies import Code, Command
from shared.process.process import Changes, Step


class RegisterDemand(Command):
    """登记 · what staff may correct while registering."""

    region: Code | None = None
    field: Code | None = None


async def register_demand(step: Step[Demand, RegisterDemand]) -> Changes:
    """Number the demand, keep what staff corrected, and propose the department for its field and region.

    Raises: Problem `invalid_input` for a code that no list has.
    Rule: B1, 1.8.
    """
    demand = step.subject
    given = step.command.model_dump(exclude_unset=True, exclude={"opinion"})
    await check_codes(step.desk, {"field": given.get("field")}, region=given.get("region"))
    number = await next_number(
        step.tx, org=code_of(demand.holder_path), kind="demand", year=demand.received_on.year
    )
    field, region = given.get("field", demand.field), given.get("region", demand.region)
    proposed = await competent_for(step.tx, field, region)
    await make_findable(step, DEMAND.name)
    await ask_again(step, DEMAND.name)
    return Changes(
        columns={"number": str(number), "proposed_department_path": proposed, **given},
        event={"region": region, "field": field},
    )
