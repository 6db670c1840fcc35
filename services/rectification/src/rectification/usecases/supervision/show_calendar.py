"""F9: the calendar of daily supervision, with the days on which recurring measures will come again."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Annotated
from uuid import UUID

from pydantic import Field

from rectification.domain.planned_measure_lifecycle import (
    PLANNED_MEASURE,
    PlannedMeasureState,
    comes_again,
    is_late,
)
from rectification.domain.supervision import PlannedMeasure
from rectification.store.supervision import planned_between, planned_measure_of
from shared.directory.paths import code_of
from shared.http.answers import Answer
from shared.http.models import Day, Output, Query
from shared.http.problems import FieldError, invalid_input
from shared.process.desk import Call, Desk
from shared.process.find import seen_by

LONGEST = timedelta(days=100)


class SupervisionCalendarQuery(Query):
    """Which days, a hundred at most, and of which organisation."""

    from_on: Annotated[Day, Field(description="起始日期 · first day")]
    to_on: Annotated[Day, Field(description="终止日期 · last day")]
    inspected_organization_id: Annotated[UUID | None, Field(description="被巡察党组织 · organisation")] = None


class DayOut(Output):
    """A measure on a day; one that `comes_again` is not planned yet, and named by the last of its series."""

    day: date
    planned_measure_id: UUID
    number: str | None
    state: str
    inspected_organization_id: UUID
    body: str
    kind: str
    mechanism: str
    recurrence: str
    is_late: bool
    comes_again: bool


class SupervisionCalendarOut(Output):
    """The measures in the order of their days."""

    items: list[DayOut]


async def show_calendar(desk: Desk, query: SupervisionCalendarQuery, call: Call) -> Answer:
    """Return what is planned on these days of what the caller may read.

    Raises: Problem `forbidden`, `invalid_input` for days the wrong way round or too many.
    Rule: F9, 18.8.
    """
    if not query.from_on <= query.to_on <= query.from_on + LONGEST:
        raise invalid_input(FieldError("/to_on", "query", "period_reversed"))
    seen = seen_by(desk, desk.processes[PLANNED_MEASURE.name], call)
    async with desk.db.reader(call.actor.scope(call.at)) as reader:
        rows = await planned_between(
            reader, seen, query.from_on, query.to_on, query.inspected_organization_id
        )
    days = [
        one
        for row in rows
        for one in _days(planned_measure_of(row), query, call.today, goes_on=not row["is_followed"])
    ]
    return Answer(
        200, SupervisionCalendarOut(items=sorted(days, key=lambda one: (one.day, one.number or "")))
    )


def _days(
    plan: PlannedMeasure, query: SupervisionCalendarQuery, today: date, *, goes_on: bool
) -> Iterator[DayOut]:
    """Yield the day of a plan, and those on which it will come again."""
    if plan.planned_on >= query.from_on:
        yield _day(plan, plan.planned_on, plan.state, late=is_late(plan.state, plan.planned_on, today))
    if not goes_on or plan.state == PlannedMeasureState.CANCELLED:
        return
    last = query.to_on if plan.until_on is None else min(query.to_on, plan.until_on)
    for day in comes_again(plan.planned_on, plan.recurrence, plan.anchor_day, last):
        if day >= query.from_on:
            yield _day(plan, day, PlannedMeasureState.PLANNED, late=False, again=True)


def _day(plan: PlannedMeasure, day: date, state: str, *, late: bool, again: bool = False) -> DayOut:
    return DayOut(
        day=day,
        planned_measure_id=plan.id,
        number=plan.number,
        state=state,
        inspected_organization_id=plan.inspected_organization_id,
        body=code_of(plan.holder_path),
        kind=plan.kind,
        mechanism=plan.mechanism,
        recurrence=plan.recurrence,
        is_late=late,
        comes_again=again,
    )
