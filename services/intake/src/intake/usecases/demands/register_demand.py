"""B1: a demand gets its number, and the department declared for it is proposed."""

from typing import Annotated

from pydantic import Field

from intake.domain.demand import Demand
from intake.domain.demand_lifecycle import COMPETENT, DEMAND
from intake.store.competences import declared_for
from intake.store.contents import set_address
from intake.usecases.matters.take_in import CODES
from intake.usecases.merging.find_duplicates import make_findable
from intake.usecases.recusals.screen_matters import ask_again
from shared.directory.paths import code_of
from shared.http.fields import Day
from shared.http.models import Line
from shared.http.problems import FieldError, invalid_input
from shared.numbering import next_number
from shared.process.bodies import Code, Command
from shared.process.process import Changes, Step


class RegisterDemand(Command):
    """登记 · what staff may correct or add while registering; without a region a demand is not registered."""

    region: Code | None = None
    field: Code | None = None
    address: Annotated[str | None, Line(1, 300), Field(description="问题发生地址 · where the problem is")] = (
        None
    )
    problem_since: Annotated[
        Day | None, Field(description="问题起始日期 · since when the problem has lasted")
    ] = None


async def register_demand(step: Step[Demand, RegisterDemand]) -> Changes:
    """Number the demand, keep what staff corrected, and propose the department for its field and region.

    Raises: Problem `invalid_input` for a code that no list has, a day to come, or no region.
    Rule: B1, 1.8.
    """
    demand = step.subject
    given = step.command.model_dump(exclude_unset=True, exclude={"opinion", "address"})
    field, region = given.get("field", demand.field), given.get("region", demand.region)
    _check_told(step, region)
    await CODES.check(step.desk, given)
    number = await next_number(
        step.tx, org=code_of(demand.holder_path), kind="demand", year=demand.received_on.year
    )
    proposed = await declared_for(step.tx, COMPETENT, field, region)
    if step.command.address is not None:
        await set_address(step.tx, step.desk.seals, demand.id, step.command.address)
    await make_findable(step, DEMAND.name)
    await ask_again(step, DEMAND.name)
    return Changes(
        columns={"number": str(number), "proposed_department_path": proposed, **given},
        event={"region": region, "field": field},
    )


def _check_told(step: Step[Demand, RegisterDemand], region: str | None) -> None:
    """Raises: Problem `invalid_input` with everything that is missing or cannot be."""
    wrong = []
    if region is None:
        wrong.append(FieldError("/region", "body", "missing"))
    since = step.command.problem_since
    if since is not None and since > step.today:
        wrong.append(FieldError("/problem_since", "body", "day_in_future"))
    if wrong:
        raise invalid_input(*wrong)
