"""R-A11: an auditor runs the list of staff misconduct, and goes from each count down to the matters, by id alone."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Annotated, Any
from uuid import UUID

from pydantic import Field

from intake.domain.misconduct import ARTICLE, SIGNS, Act, Words
from intake.store.misconduct import count_signs, page_of_signs, signs_of, sorting_of
from intake.store.misconduct_queries import Asked
from shared.audit.record import audit
from shared.auth.predicate import Protected, visible
from shared.directory.paths import code_of
from shared.http.answers import Answer
from shared.http.fields import Day
from shared.http.models import Output, Query
from shared.http.paging import PageQuery
from shared.http.problems import Problem
from shared.process.desk import Call, Desk
from shared.process.find import COUNTED_EXACTLY

PERMISSION = "misconduct_sign:read"
A_YEAR = timedelta(days=365)
Since = Annotated[Day | None, Field(description="自该日起，默认一年以来 · since; else a year ago")]


class SignsQuery(Query):
    """Since when."""

    since: Since = None


class SignedMattersQuery(PageQuery):
    """Since when, and which page."""

    since: Since = None


class MisconductSignOut(Output):
    """An act, what of it the records show, what no record shows, and how many matters show it."""

    act: Act
    name: str
    basis: str
    shows: str
    no_record: Annotated[str | None, Field(description="系统记录不能反映的情形 · what no record shows")]
    count: int
    at_least: bool


class MisconductSignsOut(Output):
    """The list of acts, in the article's order."""

    since: date
    items: list[MisconductSignOut]


class SignedMatterOut(Output):
    """A matter that shows a sign: its id, since when, which officers acted, where it lay; nothing of what it says."""

    object_type: str
    object_id: UUID
    noted_on: date
    officers: list[str]
    office: str | None


class SignedMattersOut(Output):
    """A page of matters that show a sign."""

    items: list[SignedMatterOut]
    next_cursor: str | None


async def list_signs(desk: Desk, query: SignsQuery, call: Call) -> Answer:
    """Count the signs of every act in what lies where the auditor's grants reach. The audit is itself recorded.

    Raises: Problem `forbidden`.
    Rule: R-A11, RPT Art 52.
    """
    asked = _asked(desk, query.since, call)
    items = []
    async with desk.db.transaction(call.actor.scope(call.at)) as tx:
        for act, sign in SIGNS.items():
            signs, values = _signs(desk, act, asked, call)
            found = await count_signs(tx, signs, COUNTED_EXACTLY, values)
            items.append({
                "act": act, "name": _in(sign.name, call), "basis": ARTICLE, "shows": _in(sign.shows, call),
                "no_record": sign.no_record and _in(sign.no_record, call),
                "count": min(found, COUNTED_EXACTLY), "at_least": found > COUNTED_EXACTLY,
            })  # fmt: skip
        counts = {str(one["act"]): one["count"] for one in items}
        audit(
            tx, call.actor, call.at, action=PERMISSION, rule="R-A11", request_id=call.request_id,
            details={"since": asked.since.isoformat(), "counts": counts},
        )  # fmt: skip
    return Answer(200, {"since": asked.since, "items": items})


async def list_signed_matters(desk: Desk, act: Act, query: SignedMattersQuery, call: Call) -> Answer:
    """Return a page of the matters that show a sign of an act, the newest sign first.

    Raises: Problem `forbidden`, those of cursors.
    Rule: R-A11, RPT Art 52.
    """
    asked = _asked(desk, query.since, call)
    signs, values = _signs(desk, act, asked, call)
    window = desk.cursors.window(sorting_of(signs), query, caller=call.actor.id)
    async with desk.db.transaction(call.actor.scope(call.at)) as tx:
        rows = await page_of_signs(tx, signs, window, values)
        audit(
            tx, call.actor, call.at, action=PERMISSION, rule="R-A11", request_id=call.request_id,
            details={"act": act.value, "found": [str(row["object_id"]) for row in rows[: window.limit]]},
        )  # fmt: skip
    items = [_shown(row) for row in rows[: window.limit]]
    return Answer(200, {"items": items, "next_cursor": window.next_cursor(rows)})


def _asked(desk: Desk, since: date | None, call: Call) -> Asked:
    if not desk.permissions.holds(call.actor, PERMISSION, call.at):
        raise Problem("forbidden")
    return Asked(since or call.today - A_YEAR, call.at)


def _signs(desk: Desk, act: Act, asked: Asked, call: Call) -> tuple[Any, dict[str, Any]]:
    seen, values = [], dict[str, Any]()
    for process in desk.processes.values():
        one = visible(desk.permissions, call.actor, PERMISSION, Protected.of(process.table), call.at)
        seen.append((process.table, one))
        values |= one.values
    sees_gone = desk.permissions.over(call.actor, PERMISSION, desk.settings.receiving_path, call.at)
    return signs_of(act, asked, seen, sees_gone=sees_gone), values


def _shown(row: Any) -> dict[str, Any]:
    office = row["office_path"]
    same = ("object_type", "object_id", "noted_on", "officers")
    return {**{name: row[name] for name in same}, "office": code_of(office) if office else None}


def _in(words: Words, call: Call) -> str:
    return words[call.language != "zh-CN"]
