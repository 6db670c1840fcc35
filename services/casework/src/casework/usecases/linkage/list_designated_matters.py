"""E6: which numbers of a ledger were given to which organ, and when; what they were about went along."""

from __future__ import annotations

from datetime import date
from typing import Any
from uuid import UUID

from casework.store.linkage.jurisdictions import SORTING, page_of_lines
from shared.http.answers import Answer
from shared.http.models import Output
from shared.http.paging import Page, PageQuery
from shared.http.problems import Problem
from shared.process.desk import Call, Desk

_SHOWN = ("id", "type", "number", "form", "organ", "decided_on")


class DesignatedMatterOut(Output):
    """The line a ledger keeps of a clue or case that another organ has now."""

    id: UUID
    type: str
    number: str | None
    form: str
    organ: str
    decided_on: date


class DesignatedMatterPage(Page[DesignatedMatterOut]):
    """A page of lines."""


async def list_designated_matters(desk: Desk, query: PageQuery, call: Call) -> Answer:
    """Return a page of what went from the caller's ledger to other organs.

    Raises: Problem `forbidden`, cursor problems.
    Rule: E6, 1.4.
    """
    if not desk.permissions.holds(call.actor, "designated_matter:read", call.at):
        raise Problem("forbidden")
    window = desk.cursors.window(SORTING, query, caller=call.actor.id)
    async with desk.db.reader(call.actor.scope(call.at)) as reader:
        rows = await page_of_lines(reader, desk.permissions, window, call)
    return Answer(200, window.page(rows, _show))


def _show(row: Any) -> dict[str, Any]:
    return {name: row[name] for name in _SHOWN}
