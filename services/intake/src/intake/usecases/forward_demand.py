"""B3, B4, B9: a demand goes to the department that can solve it, as an extract without its reporter."""

from typing import Annotated, Any

from pydantic import Field

from intake.domain.demand import Demand
from intake.domain.demand_lifecycle import COMPETENT
from intake.domain.disclosure import Crossing
from intake.store.contents import add_extract
from intake.store.disclosures import disclose
from intake.usecases.receiver import COMPETENT_KINDS, receiver
from shared.clocks import store as clocks
from shared.directory.paths import code_of
from shared.http.models import Text
from shared.needtoknow.store import end, grant
from shared.process.bodies import Code, Command
from shared.process.process import Changes, Step

BOTH = frozenset({"DL-34", "DL-35"})


class ForwardDemand(Command):
    """转办 · the department, and what it gets to read; left out, the department declared for field and region."""

    to: Code | None = None
    extract: Annotated[
        str, Text(2, 5000), Field(description="摘编，不含反映人信息 · extract without the reporter")
    ]

    @property
    def leaving(self) -> str:
        return self.extract


class SuperviseDemand(Command):
    """督办 · as forwarding, for what drags; the department stays when left out."""

    to: Code | None = None
    extract: Annotated[str, Text(2, 5000)] | None = None

    @property
    def leaving(self) -> str:
        return (self.extract or self.opinion) if self.to else ""


class RemindDepartment(Command):
    """工作提醒 · a letter to the department that drags."""


async def forward_demand(step: Step[Demand, ForwardDemand]) -> Changes:
    """Let the department, and nobody before it any longer, see the demand by its extract.

    Raises: Refused `organisation_unknown`, `receiver_not_competent`.
    Rule: B3, DL-34, DL-35, C-2.
    """
    to = step.command.to or code_of(step.subject.proposed_department_path or "")
    return await send_to(step, to, step.command.extract)


async def supervise_demand(step: Step[Demand, SuperviseDemand]) -> Changes:
    """Put the demand under supervision, at the same department or another.

    Raises: Refused as `forward_demand`.
    Rule: B4.
    """
    if step.command.to is None:
        return Changes(clock_holder=step.subject.department_path or "", no_clock=BOTH)
    return await send_to(step, step.command.to, step.command.extract or step.command.opinion)


async def send_to(step: Step[Demand, Any], to: str, extract: str) -> Changes:
    """Hand the demand to a department: sight, extract, ledger, and the clocks it is charged with from now on.

    The sixty days run on from acceptance, whoever holds the matter; the days to object start anew.

    Raises: Refused `organisation_unknown`, `receiver_not_competent`.
    """
    demand = step.subject
    department = await receiver(step.tx, to, COMPETENT_KINDS)
    if demand.department_path not in (None, department.path):
        await end(step.tx, demand.id, by=step.actor.id, at=step.at, capacity=COMPETENT)
    if demand.department_path != department.path:
        grant(step.tx, demand.id, department.path, COMPETENT, by=step.actor.id, since=step.at)
    add_extract(step.tx, step.desk.seals, demand.id, department.path, extract, step.actor.id, step.at)
    disclose(step, "demand", Crossing.FORWARD, department.path)
    return Changes(
        columns={"department_path": department.path},
        event={"to": department.path},
        clock_holder=department.path,
        no_clock=await _already_running(step, department.path),
    )


async def _already_running(step: Step[Demand, Any], department: str) -> frozenset[str]:
    """Charge the running clocks to the department, and name those that must not start twice."""
    running = {clock.rule for clock in await clocks.of_object(step.tx, step.subject.id) if clock.is_open}
    await clocks.hand_over(step.tx, step.subject.id, department, at=step.at, rules=["DL-35"])
    if "DL-34" in running and step.subject.department_path != department:
        await clocks.cancel(step.tx, step.subject.id, at=step.at, rules=["DL-34"])
        running.discard("DL-34")
    return BOTH & running
