"""How many days each officer of a home body was lent; never for what."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Any

from pydantic import Field

from casework.domain.linkage.secondment import days_lent
from casework.domain.linkage.secondment_lifecycle import SECONDMENT
from casework.store.linkage.secondments import lent_days
from shared.auth.predicate import Protected, visible
from shared.directory.paths import code_of
from shared.http.answers import Answer
from shared.http.models import Day, Output, Query
from shared.http.problems import FieldError, Problem, invalid_input
from shared.process.desk import Call, Desk


class LentQuery(Query):
    """In which period."""

    from_on: Annotated[Day, Field(description="起始日期 · first day")]
    to_on: Annotated[Day, Field(description="终止日期 · last day")]


class LoanOut(Output):
    """One loan, or what of it lies in the period."""

    from_on: date
    to_on: date
    state: str
    days: int


class LentOut(Output):
    """One officer's days."""

    officer_id: str
    login: str
    organisation: str
    days: int
    loans: list[LoanOut]


class DaysLentOut(Output):
    """Everybody a home body lent."""

    items: list[LentOut]


async def show_days_lent(desk: Desk, query: LentQuery, call: Call) -> Answer:
    """Return the days lent by the organisations whose head the caller is; a running loan counts up to today.

    Raises: Problem `forbidden`, `invalid_input`.
    Rule: E4; the home body sees days lent, never content.
    """
    if query.to_on < query.from_on:
        raise invalid_input(FieldError("/to_on", "query", "period_reversed"))
    permission, process = "secondment:read_lent", desk.processes[SECONDMENT.name]
    if not desk.permissions.holds(call.actor, permission, call.at):
        raise Problem("forbidden")
    seen = visible(desk.permissions, call.actor, permission, Protected.of(process.table), call.at)
    async with desk.db.reader(call.actor.scope(call.at)) as reader:
        rows = await lent_days(
            reader, seen.condition, seen.values, query.from_on, min(query.to_on, call.today)
        )
    return Answer(200, DaysLentOut(items=_by_officer(rows, query, call.today)))


def _by_officer(rows: list[Any], query: LentQuery, today: date) -> list[LentOut]:
    found: dict[tuple[str, str, str], list[LoanOut]] = {}
    for row in rows:
        last_on = min(row["last_on"], today)
        loan = LoanOut(
            from_on=row["from_on"],
            to_on=row["last_on"],
            state=row["state"],
            days=days_lent(row["from_on"], last_on, query.from_on, query.to_on),
        )
        found.setdefault((row["officer_id"], row["login"], row["home_path"]), []).append(loan)
    return [
        LentOut(
            officer_id=officer_id,
            login=login,
            organisation=code_of(home),
            days=sum(loan.days for loan in loans),
            loans=loans,
        )
        for (officer_id, login, home), loans in found.items()
    ]
