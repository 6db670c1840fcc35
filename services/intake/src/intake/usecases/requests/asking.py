"""How every request begins, is shown and is decided: what differs stands in the file of its kind."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any
from uuid import UUID

from intake.domain.request import Request
from intake.store.contents import add_message
from intake.store.requests import read_words, seal_words
from shared.auth.actor import Actor
from shared.db import Reader, Transaction
from shared.http.models import ObjectOut
from shared.ids import uuid4
from shared.process.aggregate import columns_of
from shared.process.create import create
from shared.process.desk import Desk
from shared.process.process import Process, Step, View, Viewer


class RequestOut(ObjectOut):
    """A request; in lists without its words."""

    object_type: str
    object_id: UUID
    requested_on: date
    by_reporter: bool
    details: dict[str, Any]
    asked: dict[str, Any] | None
    decided: dict[str, Any] | None


async def begin(
    tx: Transaction,
    desk: Desk,
    process: Process[Request],
    matter: Any,
    object_type: str,
    *,
    words: dict[str, Any],
    details: dict[str, Any],
    actor: Actor,
    at: datetime,
    on: date,
    by_reporter: bool = False,
    starts: tuple[str, ...] = (),
) -> Request:
    """Queue a request about a matter, held by who holds the matter."""
    request = Request(
        id=uuid4(), number=None, state=process.lifecycle.initial.value, version=1, holder_path=matter.holder_path,
        secrecy=matter.secrecy, object_type=object_type, object_id=matter.id, requested_on=on, by_reporter=by_reporter,
        details=details,
    )  # fmt: skip
    asked = seal_words(desk.seals, process.table, request.id, "asked", words)
    await create(
        tx, desk, process, request, rule=process.lifecycle.rows[0].rule, action="ask", actor=actor, at=at,
        trigger_on=on, starts=starts,
        columns={**columns_of(request), "created_at": at, "asked": asked, "decided": None},
    )  # fmt: skip
    return request


def view_of(table: Any) -> View:
    """Return how requests of a table are shown: the words only of one, not of a list."""

    async def view(reader: Reader, desk: Desk, request: Request, viewer: Viewer) -> dict[str, Any]:
        words: dict[str, Any] = {"asked": None, "decided": None}
        if not viewer.brief:
            words = await read_words(reader, desk.seals, table, request.id)
        return {
            "object_type": request.object_type,
            "object_id": request.object_id,
            "requested_on": request.requested_on,
            "by_reporter": request.by_reporter,
            "details": dict(request.details),
            **words,
        }

    return view


def decision(step: Step[Request, Any], table: Any, words: dict[str, Any], **details: Any) -> dict[str, Any]:
    """Return the columns a decision changes."""
    return {
        "decided": seal_words(step.desk.seals, table, step.subject.id, "decided", words),
        "details": {**step.subject.details, **details},
    }


def tell_reporter(step: Step[Request, Any], text: str) -> None:
    """Write to the reporter where the receipt finds it, when the reporter asked."""
    if step.subject.by_reporter:
        add_message(step.tx, step.desk.seals, step.subject.object_id, "office", "notice", text, step.today)
