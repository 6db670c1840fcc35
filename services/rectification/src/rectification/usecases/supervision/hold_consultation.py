"""7.1: bodies consult on a problem; what they agreed is on record, and answered where the organisation is asked."""

from __future__ import annotations

from typing import Annotated, Any
from uuid import UUID

from pydantic import Field

from rectification.domain.consultation_lifecycle import (
    CONSULTATION,
    CONSULTED,
    ConsultationFacts,
    ConsultationState,
)
from rectification.domain.organization_lifecycle import INSPECTED, INSPECTED_ORGANIZATION
from rectification.domain.supervision import Consultation
from rectification.usecases.creating import begin, bring, fresh, numbered
from rectification.usecases.knowing import supervisors_of
from rectification.usecases.writing import write
from shared.db import Transaction
from shared.http.answers import Answer
from shared.http.models import Day, Input, Line, Text
from shared.lifecycle import Refused
from shared.needtoknow.store import grant
from shared.process.bodies import Command
from shared.process.desk import Call, Desk
from shared.process.load import load_for
from shared.process.process import Changes, Process, Step


class TaskIn(Input):
    """What somebody must do after a consultation."""

    text: Annotated[str, Line(2, 500), Field(description="任务 · task")]
    owner: Annotated[str, Line(1, 100), Field(description="责任单位 · who")]
    due_on: Annotated[Day, Field(description="时限 · by when")]


class HoldConsultation(Input):
    """问题会商 · on what, with what conclusion, and who must do what."""

    inspected_organization_id: Annotated[UUID, Field(description="被巡察党组织 · inspected organisation")]
    topic: Annotated[str, Line(2, 300), Field(description="会商议题 · topic")]
    held_on: Annotated[Day, Field(description="会商日期 · day")]
    conclusion: Annotated[str, Text(2, 10000), Field(description="会商意见 · conclusion")]
    tasks: Annotated[list[TaskIn], Field(max_length=30, description="任务分工 · tasks")] = []
    asks_inspected: Annotated[
        bool, Field(description="需被巡察党组织答复 · the organisation must answer")
    ] = False


class AnswerConsultation(Command):
    """答复落实情况 · what was done."""

    answer: Annotated[str, Text(2, 10000), Field(description="落实情况 · the answer")]


async def hold_consultation(desk: Desk, body: HoldConsultation, call: Call) -> Answer:
    """Record a consultation among the three bodies; the organisation sees it only where it must answer.

    Raises: Problem `not_found`, `forbidden`, `day_in_future`.
    Rule: 7.1, 7.2.
    """
    process: Process[Any] = desk.processes[CONSULTATION.name]

    async def make(tx: Transaction) -> Consultation:
        organization, _ = await load_for(
            tx, desk, desk.processes[INSPECTED_ORGANIZATION.name], body.inspected_organization_id, call,
            "inspected_organization:consult", lock=False,
        )  # fmt: skip
        if body.held_on > call.today:
            raise Refused("day_in_future")
        holder = call.actor.organisation
        others = [
            path for path in (organization.holder_path, *supervisors_of(organization)) if path != holder
        ]
        held = Consultation(
            **fresh(process, holder, await numbered(tx, holder, "consultation", call.today.year)),
            **body.model_dump(exclude={"tasks"}),
            bodies=(holder, *others),
            tasks=tuple(one.model_dump(mode="json") for one in body.tasks),
        )
        known = dict.fromkeys(others, CONSULTED)
        if body.asks_inspected:
            known[organization.organisation_path] = INSPECTED
        for path, capacity in known.items():
            grant(tx, held.id, path, capacity, by=call.actor.id, since=call.at)
        await begin(tx, desk, process, held, actor=call.actor, today=call.today, rule="7.1")
        return held

    return await bring(desk, process, body, call, make)


async def consultation_facts(step: Step[Consultation, Any]) -> ConsultationFacts:
    """Say whether the organisation was asked and has not answered."""
    is_open = step.subject.asks_inspected and step.subject.state != ConsultationState.ANSWERED
    return ConsultationFacts(is_answered_or_none_asked=not is_open)


async def answer_consultation(step: Step[Consultation, AnswerConsultation]) -> Changes:
    """Keep the answer. Rule: 7.1, 18.7 A2.3."""
    await write(step, "issue_consultation", "answer")
    return Changes(columns={"answered_on": step.today})
