"""R-A7, RPT Art 32: an inspection office asks what reports there are about a unit; counts and numbers answer, no texts."""

from __future__ import annotations

from collections import Counter
from dataclasses import asdict
from datetime import date
from typing import Annotated, Any, Self

from pydantic import Field, model_validator

from intake.domain.unit_data_lifecycle import ASKING, UNIT_DATA_REQUEST, UnitDataRequest, UnitDataState
from intake.store.trends import Period, about_unit, reason_of
from intake.usecases.trends.periods import check_over
from shared.audit.record import audit
from shared.db import Reader
from shared.db.engine import Row
from shared.directory.paths import code_of
from shared.directory.store import find_organisation
from shared.http import idempotency
from shared.http.answers import Answer
from shared.http.models import Day, Input, ObjectOut, Output, Text
from shared.http.problems import FieldError, Problem, invalid_input
from shared.ids import uuid7
from shared.needtoknow.store import grant
from shared.process.bodies import Code, Command
from shared.process.create import create
from shared.process.created import answer_created
from shared.process.desk import Call, Desk
from shared.process.process import Changes, Step, Viewer


class AskUnitData(Input):
    """请求提供信访情况 · on which unit, for which period, and for which inspection."""

    unit: Annotated[Code, Field(description="被巡察单位 · the unit")]
    period_from: Annotated[Day, Field(description="起 · first day")]
    period_to: Annotated[Day, Field(description="止 · last day")]
    reason: Annotated[str, Text(4, 1000), Field(description="用途：哪一轮巡察 · which inspection")]

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        check_over(self.period_from, self.period_to)
        return self


class NumbersOut(Output):
    """The reports of one category, by number."""

    category: str
    count: int
    numbers: list[str]


class SuppliedOut(Output):
    """What was supplied: no text, no reporter, no person reported."""

    count: int
    truth_grades: dict[str, int]
    problem_types: dict[str, int]
    by_category: list[NumbersOut]


class UnitDataRequestOut(ObjectOut):
    """A request; in lists without its reason."""

    unit: str
    period_from: date
    period_to: date
    asked_by: str
    asking: str
    reason: str | None
    supplied: SuppliedOut | None
    supplied_on: date | None


async def ask_unit_data(desk: Desk, body: AskUnitData, call: Call) -> Answer:
    """Ask the petition office.

    Raises: Problem `forbidden`, `invalid_input`.
    Rule: RPT Art 32.
    """
    if not desk.permissions.over(call.actor, "unit_data_request:ask", call.actor.organisation, call.at):
        raise Problem("forbidden")
    if body.period_from > call.today:
        raise invalid_input(FieldError("/period_from", "body", "day_in_future"))
    key = idempotency.key_of(call, body)
    process = desk.processes[UNIT_DATA_REQUEST.name]
    async with desk.db.transaction(call.actor.scope(call.at)) as tx:
        if replay := await idempotency.claim(tx, key, call.at):
            return replay
        if await find_organisation(tx, body.unit) is None:
            raise invalid_input(FieldError("/unit", "body", "unknown_code"))
        request = _request_of(desk, body, call)
        grant(tx, request.id, call.actor.organisation, ASKING, by=call.actor.id, since=call.at)
        sealed = desk.seals.seal_text(body.reason, "unit_data_requests", request.id, "reason")
        await create(
            tx, desk, process, request, rule="R-A7", action="ask", actor=call.actor, at=call.at,
            trigger_on=call.today, columns={**asdict(request), "reason": sealed, "created_at": call.at},
        )  # fmt: skip
        return await answer_created(tx, desk, process, request, call, key)


def _request_of(desk: Desk, body: AskUnitData, call: Call) -> UnitDataRequest:
    return UnitDataRequest(
        id=uuid7(), number=None, state=UnitDataState.ASKED.value, version=1, holder_path=desk.settings.receiving_path,
        secrecy="work_secret", unit=body.unit, period_from=body.period_from, period_to=body.period_to,
        asked_by=call.actor.id, asked_path=call.actor.organisation,
    )  # fmt: skip


async def supply_unit_data(step: Step[UnitDataRequest, Command]) -> Changes:
    """Count the office's reports about the unit, and write down what was given away.

    The signing leader's sight bounds it: what is sealed, or what the leader is recused from, is not in it.

    Rule: RPT Art 32.
    """
    request = step.subject
    rows = await about_unit(
        step.tx, request.unit, Period(request.period_from, request.period_to), held_by=request.holder_path,
        secrecy=request.secrecy,
    )  # fmt: skip
    supplied = supplied_of(rows)
    audit(
        step.tx, step.actor, step.at, action="report:count", object_type=UNIT_DATA_REQUEST.name, object_id=request.id,
        details={"unit": request.unit, "count": len(rows), "to": request.asked_path},
    )  # fmt: skip
    return Changes(
        columns={"supplied": supplied, "supplied_on": step.today},
        event={"unit": request.unit, "to": request.asked_path, "count": len(rows)},
    )


def supplied_of(rows: list[Row]) -> dict[str, Any]:
    """Return what leaves: counts, and numbers by category."""
    grades = Counter(row["truth_grade"] or "open" for row in rows)
    problems = Counter(problem for row in rows for problem in row["problem_types"])
    numbers: dict[str, list[str]] = {}
    for row in rows:
        numbers.setdefault(row["category"], []).append(row["number"])
    return {
        "count": len(rows),
        "truth_grades": dict(sorted(grades.items())),
        "problem_types": dict(sorted(problems.items())),
        "by_category": [
            {"category": category, "count": len(found), "numbers": found}
            for category, found in sorted(numbers.items())
        ],
    }


async def view_unit_data_request(
    reader: Reader, desk: Desk, one: UnitDataRequest, viewer: Viewer
) -> dict[str, Any]:
    """Return a request's own fields."""
    names = ("unit", "period_from", "period_to", "asked_by", "supplied", "supplied_on")
    reason = None if viewer.brief else await reason_of(reader, desk.seals, one.id)
    return {
        **{name: getattr(one, name) for name in names},
        "asking": code_of(one.asked_path),
        "reason": reason,
    }
