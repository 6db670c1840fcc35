"""What is seen of work reminders: one with its demands, visits and sums; and the sum over many."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Any
from uuid import UUID

from pydantic import Field

from intake.domain.work_reminder_lifecycle import WorkReminder
from intake.store.chasing_lists import reminder_conditions
from intake.store.urgings import reminders_of
from intake.store.work_reminders import FIGURES, matters_of, open_letters, sum_results, visits_of
from intake.usecases.chasing.urging_views import ReminderOut
from shared.auth.predicate import Protected, visible
from shared.db import Reader
from shared.directory.paths import code_of
from shared.directory.store import find_organisation
from shared.http.answers import Answer
from shared.http.fields import Day
from shared.http.models import ObjectOut, Output, Query
from shared.http.problems import FieldError, Problem, invalid_input
from shared.process.desk import Call, Desk
from shared.process.process import Viewer


class ResultsOut(Output):
    """What came of demands, money in cents of a yuan."""

    households_helped: int
    money_paid_back: int
    documents_issued: int


class SummedOut(ResultsOut):
    """What came of all of them, and how many demands that were."""

    matters: int


class RemindedMatterOut(Output):
    """A demand of a reminder; figures are null until they are recorded."""

    object_id: UUID
    households_helped: int | None
    money_paid_back: int | None
    documents_issued: int | None


class VisitOut(Output):
    """A visit that followed."""

    visited_on: date
    finding: str
    by: str


class WorkReminderOut(ObjectOut):
    """A work reminder; in lists without letters, visits and figures."""

    to: str
    due_on: date
    sent_on: date | None
    answered_on: date | None
    letter: str | None
    reply: str | None
    demands: list[RemindedMatterOut]
    visits: list[VisitOut]
    results: ResultsOut
    reminders: list[ReminderOut]


class ResultsQuery(Query):
    """Over which work reminders to sum."""

    to: Annotated[str | None, Field(max_length=63, description="主管部门 · the department")] = None
    sent_from: Annotated[Day | None, Field(description="发出日期起 · from")] = None
    sent_to: Annotated[Day | None, Field(description="发出日期止 · to")] = None


async def view_work_reminder(
    reader: Reader, desk: Desk, reminder: WorkReminder, viewer: Viewer
) -> dict[str, Any]:
    """Return a reminder's own fields."""
    shown: dict[str, Any] = {
        "to": code_of(reminder.to_path),
        "due_on": reminder.due_on,
        "sent_on": reminder.sent_on,
        "answered_on": reminder.answered_on,
    }
    if viewer.brief:
        empty: dict[str, Any] = {"letter": None, "reply": None, "demands": [], "visits": [], "reminders": []}
        return {**shown, **empty, "results": dict.fromkeys(FIGURES, 0)}
    matters = await matters_of(reader, reminder.id)
    return {
        **shown,
        **await open_letters(reader, desk.seals, reminder.id),
        "demands": matters,
        "visits": await visits_of(reader, desk.seals, reminder.id),
        "results": {name: sum(one[name] or 0 for one in matters) for name in FIGURES},
        "reminders": await reminders_of(reader, reminder.id),
    }


async def sum_work_reminders(desk: Desk, query: ResultsQuery, call: Call) -> Answer:
    """Sum what came of the demands of every work reminder the caller may read.

    Raises: Problem `forbidden`, `invalid_input` for an unknown department.
    Rule: B9.
    """
    permission = "work_reminder:read"
    if not desk.permissions.holds(call.actor, permission, call.at):
        raise Problem("forbidden")
    table = desk.processes["work_reminder"].table
    seen = visible(desk.permissions, call.actor, permission, Protected.of(table), call.at)
    async with desk.db.reader(call.actor.scope(call.at)) as reader:
        to = await find_organisation(reader, query.to) if query.to else None
        if query.to and to is None:
            raise invalid_input(FieldError("/to", "query", "unknown_code"))
        sums = await sum_results(
            reader, seen, reminder_conditions(to.path if to else None, query.sent_from, query.sent_to)
        )
    return Answer(200, sums)
