"""B3, B4: a demand goes to the department that can solve it, as an extract without its reporter."""

from dataclasses import replace
from typing import Annotated, Any, Literal

from pydantic import Field

from intake.domain.demand import Demand
from intake.domain.demand_lifecycle import COMPETENT, DEMAND, SUPERVISING
from intake.domain.disclosure import Crossing
from intake.store.competences import declared_for
from intake.store.contents import add_extract
from intake.store.disclosures import disclose
from intake.usecases.chasing.draft_urging import check_ahead
from intake.usecases.chasing.record_urging import record_urging, urge_signs
from intake.usecases.matters.receiver import COMPETENT_KINDS, receiver
from shared.auth.roles import Role
from shared.clocks import store as clocks
from shared.directory.paths import code_of
from shared.http.models import Day, Text
from shared.http.problems import Problem
from shared.needtoknow.store import end, grant, keep_to
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
    """督办 · on which ground, and the day of the letter; the department stays when left out."""

    ground: Annotated[
        Literal["strong_reaction", "repeated", "overdue", "group_matter"],
        Field(description="督办事由 · the ground"),
    ]
    due_on: Annotated[
        Day | None, Field(description="答复期限，省略时按级别 · answer by; by level when left out")
    ] = None
    to: Code | None = None
    extract: Annotated[str, Text(2, 5000)] | None = None

    @property
    def leaving(self) -> tuple[str, ...]:
        return self.extract or "", self.opinion


async def forward_demand(step: Step[Demand, ForwardDemand]) -> Changes:
    """Let the department, and nobody before it any longer, see the demand by its extract.

    Raises: Refused `organisation_unknown`, `receiver_not_competent`.
    Rule: B3, DL-34, DL-35, C-2.
    """
    to = step.command.to or code_of(step.subject.proposed_department_path or "")
    return await send_to(step, to, step.command.extract)


async def may_supervise(step: Step[Demand, SuperviseDemand]) -> None:
    """Refuse, before anybody signs, a letter whose day is not to come, and another department from who only watches.

    Raises: Problem `invalid_input`, `forbidden`.
    Rule: B3, B4.
    """
    check_ahead(step.command.due_on, step.today)
    proposes_another = step.command.to is not None and step.sign_off_id is None
    if proposes_another and Role.PETITION_OFFICER not in step.actor.roles(step.at):
        raise Problem("forbidden")


async def supervise_demand(step: Step[Demand, SuperviseDemand]) -> Changes:
    """Put the demand under supervision, at the same department or another; that is an urging, which must be answered.

    Raises: Refused as `forward_demand`.
    Rule: B4.
    """
    to = step.command.to and (await receiver(step.tx, step.command.to, COMPETENT_KINDS)).path
    await record_urging(
        step, DEMAND.name, to or step.subject.department_path or "", basis=step.command.ground,
        letter=step.command.opinion or "请按督办要求抓紧办理，按期书面答复。", due_on=step.command.due_on,
    )  # fmt: skip
    told = {"ground": step.command.ground}
    if step.command.to is None:
        return Changes(event=told, clock_holder=step.subject.department_path or "", no_clock=BOTH)
    sent = await send_to(step, step.command.to, step.command.extract or step.command.opinion)
    return replace(sent, event={**sent.event, **told})


async def supervise_signs(step: Step[Demand, SuperviseDemand]) -> tuple[str, ...]:
    """Return who signs: a second supervision of the same department is red, and the principal leader signs it too."""
    to = step.command.to and (await receiver(step.tx, step.command.to, COMPETENT_KINDS)).path
    return await urge_signs(step, to or step.subject.department_path)


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
    await _let_watch(step)
    add_extract(step.tx, step.desk.seals, demand.id, department.path, extract, step.actor.id, step.at)
    disclose(step, "demand", Crossing.FORWARD, department.path)
    return Changes(
        columns={"department_path": department.path},
        event={"to": department.path},
        clock_holder=department.path,
        no_clock=await _already_running(step, department.path),
    )


async def _let_watch(step: Step[Demand, Any]) -> None:
    """Let the supervision office declared for field and region, and no other, see the demand and supervise it.

    What also accused somebody stays with the petition office: its class alone would tell that a report exists.

    Rule: B4, SoD-5.
    """
    demand = step.subject
    office = (
        None if demand.is_split else await declared_for(step.tx, SUPERVISING, demand.field, demand.region)
    )
    watching = [office] if office else []
    await keep_to(step.tx, demand.id, watching, SUPERVISING, by=step.actor.id, at=step.at)


async def _already_running(step: Step[Demand, Any], department: str) -> frozenset[str]:
    """Charge the running clocks to the department, and name those that must not start twice."""
    running = {clock.rule for clock in await clocks.of_object(step.tx, step.subject.id) if clock.is_open}
    await clocks.hand_over(step.tx, step.subject.id, department, at=step.at, rules=["DL-35"])
    if "DL-34" in running and step.subject.department_path != department:
        await clocks.cancel(step.tx, step.subject.id, at=step.at, rules=["DL-34"])
        running.discard("DL-34")
    return BOTH & running
