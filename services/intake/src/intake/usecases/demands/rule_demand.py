"""B5: after a set number of refusals the coordinating body rules who is competent, and the ruling binds."""

from typing import Annotated

from pydantic import Field

from intake.domain.demand import Demand
from intake.usecases.demands.forward_demand import send_to
from shared.http.models import Text
from shared.process.bodies import Code, Command
from shared.process.process import Changes, Step


class RuleDemand(Command):
    """裁定主责部门 · the department that must take the demand, and why."""

    to: Code
    extract: Annotated[str, Text(2, 5000), Field(description="摘编，不含反映人信息 · extract")]

    @property
    def leaving(self) -> str:
        return self.extract


async def rule_demand(step: Step[Demand, RuleDemand]) -> Changes:
    """Send the demand to the department ruled upon; it may not object again.

    Raises: Refused as `forward_demand`.
    Rule: B5, PET Art 23.
    """
    changes = await send_to(step, step.command.to, step.command.extract)
    return Changes(
        columns={**changes.columns, "is_ruled": True}, event=changes.event, no_clock=changes.no_clock,
        clock_holder=changes.clock_holder,
    )  # fmt: skip
