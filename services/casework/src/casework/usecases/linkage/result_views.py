"""Results of a joint task as answers show them, and totals over all of them."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Any
from uuid import UUID

from pydantic import Field

from casework.domain.linkage.linkage_task_lifecycle import LINKAGE_TASK
from casework.domain.linkage.results import Tally, totals
from casework.store.linkage.results import counted_results, results_of
from shared.audit.record import audit
from shared.auth.predicate import Protected, visible
from shared.directory.paths import code_of
from shared.http.answers import Answer
from shared.http.models import Day, Instant, Output, Query
from shared.http.problems import FieldError, Problem, invalid_input
from shared.process.desk import Call, Desk
from shared.process.load import load_for


class ResultOut(Output):
    """One result."""

    id: UUID
    kind: str
    what: str
    credit_owner: str
    contributors: list[str]
    counted_on: date
    amount: int
    code: str | None
    recommendation_id: UUID | None
    followed_up_on: date | None
    withdrawn_on: date | None
    logged_by: str
    logged_at: Instant


class ResultsOut(Output):
    """Everything a task brought."""

    items: list[ResultOut]


class TotalsQuery(Query):
    """Which period is counted."""

    from_on: Annotated[Day, Field(description="统计起始日期 · first day")]
    to_on: Annotated[Day, Field(description="统计截止日期 · last day")]


class TallyOut(Output):
    """Counts by kind, and money in yuan cents."""

    counts: dict[str, int]
    amount: int


class OrganisationTotalsOut(Output):
    """What one organisation reports, and what it only helped with."""

    organisation: str
    credited: TallyOut
    contributed: TallyOut


class TotalsOut(Output):
    """`everything` counts each result once and is the sum of all `credited`; `contributed` is never added."""

    everything: TallyOut
    organisations: list[OrganisationTotalsOut]


async def show_results(desk: Desk, task_id: UUID, call: Call) -> Answer:
    """Return the results of a task; the look is recorded. Raises: Problem `not_found`, `forbidden`."""
    permission, process = "linkage_task:read_results", desk.processes[LINKAGE_TASK.name]
    async with desk.db.transaction(call.actor.scope(call.at)) as tx:
        await load_for(tx, desk, process, task_id, call, permission, lock=False)
        rows = await results_of(tx, desk.seals, task_id)
        audit(
            tx, call.actor, call.at, action=permission, object_type=LINKAGE_TASK.name, object_id=task_id,
            field_group="results", request_id=call.request_id,
        )  # fmt: skip
    return Answer(200, ResultsOut(items=[_result(row) for row in rows]))


async def count_results(desk: Desk, query: TotalsQuery, call: Call) -> Answer:
    """Return totals over the tasks the caller counts: the city's once, each organisation's own, help apart.

    Raises: Problem `forbidden`, `invalid_input`.
    Rule: J-3.
    """
    if query.to_on < query.from_on:
        raise invalid_input(FieldError("/to_on", "query", "period_reversed"))
    permission, process = "linkage_task:count_results", desk.processes[LINKAGE_TASK.name]
    if not desk.permissions.holds(call.actor, permission, call.at):
        raise Problem("forbidden")
    seen = visible(desk.permissions, call.actor, permission, Protected.of(process.table), call.at)
    async with desk.db.reader(call.actor.scope(call.at)) as reader:
        found = totals(await counted_results(reader, seen, query.from_on, query.to_on))
    paths = sorted(found.credited.keys() | found.contributed.keys())
    organisations = [
        OrganisationTotalsOut(
            organisation=code_of(path),
            credited=_tally(found.credited.get(path)),
            contributed=_tally(found.contributed.get(path)),
        )
        for path in paths
    ]
    return Answer(200, TotalsOut(everything=_tally(found.everything), organisations=organisations))


def _tally(one: Tally | None) -> TallyOut:
    tally = one or Tally()
    return TallyOut(counts=dict(sorted(tally.counts.items())), amount=tally.amount)


def _result(row: dict[str, Any]) -> ResultOut:
    return ResultOut(
        id=row["id"],
        kind=row["kind"],
        what=row["details"]["what"],
        credit_owner=code_of(row["credit_path"]),
        contributors=[code_of(path) for path in row["contributor_paths"]],
        counted_on=row["counted_on"],
        amount=row["amount"],
        code=row["code"],
        recommendation_id=row["recommendation_id"],
        followed_up_on=row["followed_up_on"],
        withdrawn_on=row["withdrawn_on"],
        logged_by=row["logged_by"],
        logged_at=row["logged_at"],
    )
