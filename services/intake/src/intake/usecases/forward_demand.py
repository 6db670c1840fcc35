"""B3, B4, B9: a demand goes to the department that can solve it, as an extract without its reporter."""

from typing import Annotated, Any

from pydantic import Field

from intake.domain.demand import Demand
from intake.domain.demand_lifecycle import COMPETENT, DemandFacts
from intake.store.contents import add_extract
from intake.usecases.answer_merged import AnswerMerged, lead_has_answer
from intake.usecases.merge_matters import merge_facts
from intake.usecases.quoting import is_quoted
from intake.usecases.receiver import COMPETENT_KINDS, receiver
from shared.http.models import Text
from shared.needtoknow.store import end, grant
from shared.process.bodies import Code, Command
from shared.process.process import Changes, Step


class ForwardDemand(Command):
    """转办 · the department, and what it gets to read."""

    to: Code
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


async def demand_facts(step: Step[Demand, Any]) -> DemandFacts:
    """Gather what the guards of a demand look at."""
    demand = step.subject
    to = getattr(step.command, "to", None)
    competent = True
    if to is not None:
        competent = (await receiver(step.tx, to, None)).kind in COMPETENT_KINDS
    elif isinstance(step.command, SuperviseDemand):
        competent = demand.department_path is not None
    return DemandFacts(
        has_answer=demand.answered_on is not None,
        had_review=demand.had_review,
        had_final_review=demand.had_final_review,
        receiver_is_competent=competent,
        is_quoted=await is_quoted(step),
        lead_has_answer=not isinstance(step.command, AnswerMerged) or await lead_has_answer(step),
        **await merge_facts(step),
    )


async def forward_demand(step: Step[Demand, ForwardDemand]) -> Changes:
    """Let the department, and nobody before it any longer, see the demand by its extract.

    Raises: Refused `organisation_unknown`, `receiver_not_competent`.
    Rule: B3, DL-34, DL-35, C-2.
    """
    return await _send(step, step.command.to, step.command.extract)


async def supervise_demand(step: Step[Demand, SuperviseDemand]) -> Changes:
    """Put the demand under supervision, at the same department or another.

    Raises: Refused as `forward_demand`.
    Rule: B4.
    """
    if step.command.to is None:
        return Changes(clock_holder=step.subject.department_path or "", no_clock=frozenset({"DL-35"}))
    return await _send(step, step.command.to, step.command.extract or step.command.opinion)


async def _send(
    step: Step[Demand, ForwardDemand] | Step[Demand, SuperviseDemand], to: str, extract: str
) -> Changes:
    demand = step.subject
    department = await receiver(step.tx, to, COMPETENT_KINDS)
    if demand.department_path not in (None, department.path):
        await end(step.tx, demand.id, by=step.actor.id, at=step.at, capacity=COMPETENT)
    if demand.department_path != department.path:
        grant(step.tx, demand.id, department.path, COMPETENT, by=step.actor.id, since=step.at)
    add_extract(step.tx, step.desk.seals, demand.id, department.path, extract, step.actor.id, step.at)
    return Changes(
        columns={"department_path": department.path},
        event={"to": department.path},
        clock_holder=department.path,
    )
