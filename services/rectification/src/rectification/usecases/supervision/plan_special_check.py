"""F10: a special check is planned over many organisations at once, and brings a result for each."""

from __future__ import annotations

from dataclasses import replace
from typing import Annotated, Any
from uuid import UUID

from pydantic import Field

from rectification.domain.organization_lifecycle import INSPECTED_ORGANIZATION
from rectification.domain.special_check_lifecycle import SPECIAL_CHECK, SpecialCheckFacts
from rectification.domain.special_check_lifecycle import SpecialCheckAction as A
from rectification.domain.supervision import CheckResult, Focus, Measure, Mechanism, SpecialCheck
from rectification.store.organizations import item_ids
from rectification.store.supervision import add_unit, set_result, units_of
from rectification.store.tables import SupervisionMeasureRow
from rectification.usecases.creating import begin, bring, fresh, numbered
from shared.db import Transaction
from shared.http.answers import Answer
from shared.http.models import Day, Input, Line, Text
from shared.http.problems import Problem
from shared.ids import uuid7
from shared.lifecycle import Refused
from shared.process.bodies import Command
from shared.process.desk import Call, Desk
from shared.process.load import load_for
from shared.process.process import Changes, Process, Step


class PlanSpecialCheck(Input):
    """制定专项检查 · what is checked, where, when, and by whom."""

    title: Annotated[str, Line(2, 200), Field(description="名称 · title")]
    scheme: Annotated[str, Text(0, 10000), Field(description="检查方案 · scheme")] = ""
    planned_on: Annotated[Day, Field(description="计划日期 · day")]
    inspectors: Annotated[
        list[Annotated[str, Line(1, 50)]], Field(max_length=50, description="检查人员，至少两人 · inspectors")
    ]
    organizations: Annotated[
        list[UUID], Field(min_length=1, max_length=200, description="被检查的被巡察党组织 · organisations")
    ]


class RecordCheckResult(Command):
    """登记检查结果 · what was found at one organisation."""

    inspected_organization_id: Annotated[UUID, Field(description="被巡察党组织 · inspected organisation")]
    result: Annotated[CheckResult, Field(description="检查结果 · result")]
    problems: Annotated[str, Text(0, 10000), Field(description="发现问题 · what was found")] = ""
    item_ids: Annotated[list[UUID], Field(max_length=200, description="未完成事项 · items not done")] = []


async def plan_special_check(desk: Desk, body: PlanSpecialCheck, call: Call) -> Answer:
    """Put every organisation that the caller supervises onto the list of one check.

    Raises: Problem `not_found` when one of them is not the caller's, `forbidden`.
    Rule: F10.
    """
    holder = call.actor.organisation
    if not desk.permissions.over(call.actor, "special_check:create", holder, call.at):
        raise Problem("forbidden")
    process: Process[Any] = desk.processes[SPECIAL_CHECK.name]

    async def make(tx: Transaction) -> SpecialCheck:
        check = SpecialCheck(
            **fresh(process, holder, await numbered(tx, holder, "special_check", call.today.year)),
            **body.model_dump(include={"title", "scheme", "planned_on"}),
            inspectors=tuple(dict.fromkeys(body.inspectors)),
        )
        await begin(tx, desk, process, check, actor=call.actor, today=call.today, rule="F10")
        for organization_id in dict.fromkeys(body.organizations):
            await load_for(
                tx, desk, desk.processes[INSPECTED_ORGANIZATION.name], organization_id, call,
                "inspected_organization:check", lock=False,
            )  # fmt: skip
            add_unit(tx, check.id, organization_id)
        return check

    return await bring(desk, process, body, call, make)


async def special_check_facts(step: Step[SpecialCheck, Any]) -> SpecialCheckFacts:
    """Gather what the guards look at."""
    units = await units_of(step.tx, step.subject.id)
    facts = SpecialCheckFacts(
        inspectors=len(step.subject.inspectors),
        units_without_result=sum(unit["result"] is None for unit in units),
    )
    if step.row.action == A.RECORD_RESULT:
        listed = {unit["inspected_organization_id"] for unit in units}
        return replace(facts, unit_is_checked_here=step.command.inspected_organization_id in listed)
    return facts


async def record_check_result(step: Step[SpecialCheck, RecordCheckResult]) -> Changes:
    """Set the result of one organisation, and record the check as a measure of its daily supervision.

    A result that is corrected before the check is concluded adds no second measure.

    Raises: Refused `item_unknown`.
    Rule: F10, 18.8 (special check).
    """
    command, check = step.command, step.subject
    if not set(command.item_ids) <= set(await item_ids(step.tx, command.inspected_organization_id)):
        raise Refused("item_unknown")
    units = {unit["inspected_organization_id"]: unit for unit in await units_of(step.tx, check.id)}
    is_first = units[command.inspected_organization_id]["result"] is None
    given = command.model_dump(include={"result", "problems", "item_ids"})
    await set_result(step.tx, check.id, command.inspected_organization_id, given, step.today)
    if is_first:
        step.tx.add(
            SupervisionMeasureRow, id=uuid7(), inspected_organization_id=command.inspected_organization_id,
            kind=Measure.SPECIAL_CHECK, mechanism=Mechanism.PROBLEM_FINDING, focuses=[Focus.EFFECT], held_on=step.today,
            object=check.title, problems=command.problems, follow_up="", item_ids=command.item_ids,
            body_path=step.actor.organisation, officer_id=step.actor.id, special_check_id=check.id, at=step.at,
        )  # fmt: skip
    return Changes()


async def conclude_special_check(step: Step[SpecialCheck, Command]) -> Changes:
    """End the check. Rule: F10."""
    units = await units_of(step.tx, step.subject.id)
    return Changes(columns={"concluded_on": step.today}, event={"units": len(units)})
