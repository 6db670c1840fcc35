"""17.4: how many persons were dealt with in each of the four forms, each counted once at the highest."""

from datetime import date
from typing import Annotated

from pydantic import Field

from casework.domain.case_lifecycle import CASE
from casework.domain.four_forms import Form
from casework.store.cases.outcomes import persons_by_form
from casework.store.clues.outcomes import persons_settled_by_measure
from casework.store.tables.clues import ClueRow
from shared.auth.predicate import Protected, predicate
from shared.http.answers import Answer
from shared.http.models import Day, Query
from shared.http.problems import FieldError, Problem, invalid_input
from shared.process.desk import Call, Desk

PERMISSION = "case:read"


class FormsQuery(Query):
    """The period, by the day of the decision; this year up to today if left out."""

    decided_from: Annotated[Day | None, Field(description="决定日期起，默认当年 1 月 1 日 · from")] = None
    decided_to: Annotated[Day | None, Field(description="决定日期止，默认当日 · to")] = None


async def count_forms(desk: Desk, query: FormsQuery, call: Call) -> Answer:
    """Count the persons of cases and of clues settled with a measure, as far as the caller may read them.

    Raises: Problem `forbidden`, `invalid_input` for a period that ends before it begins.
    Rule: 17.2, 17.4.
    """
    if not desk.permissions.holds(call.actor, PERMISSION, call.at):
        raise Problem("forbidden")
    to = query.decided_to or call.today
    since = query.decided_from or date(to.year, 1, 1)
    if since > to:
        raise invalid_input(FieldError("decided_to", "query", "period_reversed"))
    table = desk.processes[CASE.name].table
    seen = predicate(desk.permissions, call.actor, PERMISSION, Protected.of(table), call.at)
    async with desk.db.reader(call.actor.scope(call.at)) as reader:
        persons = await persons_by_form(reader, seen, since, to)
        if desk.permissions.holds(call.actor, "clue:read", call.at):
            clues = predicate(desk.permissions, call.actor, "clue:read", Protected.of(ClueRow), call.at)
            persons[Form.FIRST.value] += await persons_settled_by_measure(reader, clues, since, to)
    forms = [{"form": form, "persons": count} for form, count in persons.items()]
    return Answer(
        200, {"decided_from": since, "decided_to": to, "persons": sum(persons.values()), "forms": forms}
    )
