"""Who asked about subjects, what for, and what was answered: for case management, leaders and the security officer."""

from __future__ import annotations

from typing import Annotated, Any
from uuid import UUID

from pydantic import Field

from casework.store.clues.inquiries import SORTING, page_of_inquiries
from shared.audit.record import audit
from shared.directory.paths import code_of
from shared.http.answers import Answer
from shared.http.fields import on_the_wire
from shared.http.models import Instant, Output
from shared.http.paging import Page, PageQuery
from shared.http.problems import Problem
from shared.process.desk import Call, Desk


class InquiryQuery(PageQuery):
    """Filters of the list of questions."""

    officer_id: Annotated[UUID | None, Field(description="查询人 · who asked")] = None


class AskedOut(Output):
    """A question somebody asked; about whom stays sealed."""

    id: UUID
    officer_id: UUID
    organisation: str
    purpose: str
    answer: str
    asked_at: Instant


class AskedPage(Page[AskedOut]):
    """A page of questions."""


async def list_clue_inquiries(desk: Desk, query: InquiryQuery, call: Call) -> Answer:
    """Return a page of the questions asked in organs the caller watches; reading them is recorded.

    Raises: Problem `forbidden`, cursor problems.
    Rule: C2; peers 11, 25.
    """
    permission = "clue_inquiry:read"
    if not desk.permissions.holds(call.actor, permission, call.at):
        raise Problem("forbidden")
    window = desk.cursors.window(SORTING, query, caller=call.actor.id)
    async with desk.db.transaction(call.actor.scope(call.at)) as tx:
        rows = await page_of_inquiries(tx, desk.permissions, window, query.officer_id, call)
        audit(
            tx,
            call.actor,
            call.at,
            action=permission,
            request_id=call.request_id,
            details={"count": len(rows)},
        )
    return Answer(200, window.page(rows, _show))


def _show(row: Any) -> dict[str, Any]:
    return {
        "id": row["id"],
        "officer_id": row["officer_id"],
        "organisation": code_of(row["organisation_path"]),
        "purpose": row["purpose"],
        "answer": row["answer"],
        "asked_at": on_the_wire(row["asked_at"]),
    }
