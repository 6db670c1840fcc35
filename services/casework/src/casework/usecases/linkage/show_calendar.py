"""When which unit is visited, and where two visits come too close: across all lead offices of an organ."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Annotated
from uuid import UUID

from pydantic import Field

from casework.domain.linkage.linkage_task_lifecycle import LINKAGE_TASK
from casework.domain.linkage.planning import clashes, months_after
from casework.store.linkage.bookings import Booked, all_bookings
from casework.store.linkage.tasks import visible_tasks
from shared.auth.predicate import Protected, visible
from shared.directory.paths import code_of, organ_of
from shared.http.answers import Answer
from shared.http.models import Day, Output, Query
from shared.http.problems import FieldError, Problem, invalid_input
from shared.process.desk import Call, Desk

LONGEST = timedelta(days=800)


class CalendarQuery(Query):
    """In which period."""

    from_on: Annotated[Day, Field(description="起始日期 · first day")]
    to_on: Annotated[Day, Field(description="终止日期 · last day")]


class VisitOut(Output):
    """A unit will be visited. `task_id` and `number` are null for a task out of the caller's sight: ask its office."""

    unit: str
    from_on: date
    to_on: date
    lead_office: str
    task_id: UUID | None
    number: str | None
    clashes: int


class ClashOut(Output):
    """Two visits of a unit less than the configured months apart."""

    unit: str
    first: VisitOut
    second: VisitOut


class CalendarOut(Output):
    """The plan of the organ, and what is wrong with it."""

    months_between_checks: int
    items: list[VisitOut]
    clashes: list[ClashOut]


async def show_calendar(desk: Desk, query: CalendarQuery, call: Call) -> Answer:
    """Return the visits that offices of the caller's organ plan, and the clashes among them.

    Raises: Problem `forbidden`, `invalid_input`.
    Rule: E2.
    """
    if not query.from_on <= query.to_on <= query.from_on + LONGEST:
        raise invalid_input(FieldError("/to_on", "query", "period_reversed"))
    if not desk.permissions.holds(call.actor, "linkage_task:read_calendar", call.at):
        raise Problem("forbidden")
    months = desk.settings.months_between_checks
    organ = organ_of(call.actor.organisation)
    seen = visible(
        desk.permissions, call.actor, "linkage_task:read",
        Protected.of(desk.processes[LINKAGE_TASK.name].table), call.at,
    )  # fmt: skip
    async with desk.db.reader(call.actor.scope(call.at)) as reader:
        wide = await all_bookings(
            reader, months_after(query.from_on, -months - 1), months_after(query.to_on, months + 1)
        )
        known = await visible_tasks(reader, seen, {one.task_id for one in wide})
    planned = [one for one in wide if organ_of(one.lead_path) == organ]
    pairs = clashes(planned, months)
    counts: dict[tuple[UUID, str], int] = {}
    for pair in pairs:
        for one in (pair.first, pair.second):
            counts[one.task_id, one.unit] = counts.get((one.task_id, one.unit), 0) + 1
    shown = {(one.task_id, one.unit): _visit(one, known, counts) for one in planned}
    items = [
        shown[one.task_id, one.unit]
        for one in planned
        if one.from_on <= query.to_on and one.to_on >= query.from_on
    ]
    found = [
        ClashOut(
            unit=pair.unit,
            first=shown[pair.first.task_id, pair.unit],
            second=shown[pair.second.task_id, pair.unit],
        )
        for pair in pairs
    ]
    return Answer(200, CalendarOut(months_between_checks=months, items=items, clashes=found))


def _visit(one: Booked, known: dict[UUID, str | None], counts: dict[tuple[UUID, str], int]) -> VisitOut:
    return VisitOut(
        unit=one.unit,
        from_on=one.from_on,
        to_on=one.to_on,
        lead_office=code_of(one.lead_path),
        task_id=one.task_id if one.task_id in known else None,
        number=known.get(one.task_id),
        clashes=counts.get((one.task_id, one.unit), 0),
    )
