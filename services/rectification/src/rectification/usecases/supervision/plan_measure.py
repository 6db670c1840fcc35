"""F9: a measure goes into the calendar, once or again and again."""

from __future__ import annotations

from typing import Annotated, Any
from uuid import UUID

from pydantic import Field

from rectification.domain.organization_lifecycle import INSPECTED_ORGANIZATION
from rectification.domain.planned_measure_lifecycle import (
    COORDINATING,
    PLANNED_MEASURE,
    PlannedMeasureFacts,
    Recurrence,
)
from rectification.domain.supervision import Measure, Mechanism, PlannedMeasure
from rectification.usecases.creating import begin, bring, fresh, numbered
from rectification.usecases.supervision.supervise import CarriedOut
from shared.db import Transaction
from shared.http.answers import Answer
from shared.http.models import Day, Input, Text
from shared.lifecycle import Refused
from shared.needtoknow.store import grant
from shared.process.bodies import Command
from shared.process.desk import Call, Desk
from shared.process.load import load_for
from shared.process.process import Changes, Process, Step


class PlanMeasure(Input):
    """制定监督计划 · which measure, when, and how often."""

    inspected_organization_id: Annotated[UUID, Field(description="被巡察党组织 · inspected organisation")]
    kind: Annotated[Measure, Field(description="监督措施 · measure")]
    mechanism: Annotated[Mechanism, Field(description="工作机制 · mechanism")]
    planned_on: Annotated[Day, Field(description="计划日期 · day")]
    recurrence: Annotated[Recurrence, Field(description="周期 · how often")] = Recurrence.NONE
    until_on: Annotated[Day | None, Field(description="周期截止日期 · until")] = None
    note: Annotated[str, Text(0, 2000), Field(description="说明 · note")] = ""


class RescheduleMeasure(Command):
    """改期 · to which day."""

    planned_on: Annotated[Day, Field(description="计划日期 · day")]


async def plan_measure(desk: Desk, body: PlanMeasure, call: Call) -> Answer:
    """Put a measure into the calendar of the caller's body; the inspection office sees every calendar.

    Raises: Problem `not_found`, `forbidden`, `day_not_ahead`.
    Rule: F9, 18.8.
    """
    process: Process[Any] = desk.processes[PLANNED_MEASURE.name]

    async def make(tx: Transaction) -> PlannedMeasure:
        organization, _ = await load_for(
            tx, desk, desk.processes[INSPECTED_ORGANIZATION.name], body.inspected_organization_id, call,
            "inspected_organization:plan_measure", lock=False,
        )  # fmt: skip
        if body.planned_on < call.today or (body.until_on is not None and body.until_on < body.planned_on):
            raise Refused("day_not_ahead")
        holder = call.actor.organisation
        plan = PlannedMeasure(
            **fresh(process, holder, await numbered(tx, holder, "measure", call.today.year)),
            **body.model_dump(),
            anchor_day=body.planned_on.day,
        )
        if organization.holder_path != holder:
            grant(tx, plan.id, organization.holder_path, COORDINATING, by=call.actor.id, since=call.at)
        await begin(tx, desk, process, plan, actor=call.actor, today=call.today, rule="F9")
        return plan

    return await bring(desk, process, body, call, make)


async def planned_measure_facts(step: Step[PlannedMeasure, Any]) -> PlannedMeasureFacts:
    """Say whether the new day lies ahead."""
    day = getattr(step.command, "planned_on", None)
    return PlannedMeasureFacts(day_is_ahead=day is None or day >= step.today)


async def reschedule_measure(step: Step[PlannedMeasure, RescheduleMeasure]) -> Changes:
    """Move the measure to another day; those that follow keep theirs. Rule: F9."""
    return Changes(columns={"planned_on": step.command.planned_on})


async def carry_out_measure(step: Step[PlannedMeasure, CarriedOut]) -> Changes:
    """Note which measure carried the plan out. Rule: F9."""
    return Changes(columns={"measure_id": step.command.measure_id})
