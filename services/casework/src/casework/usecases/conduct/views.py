"""What an officer sees of an entry of the interference register, or of a request for recusal."""

from __future__ import annotations

from datetime import date
from typing import Any
from uuid import UUID

from casework.domain.interference import Interference
from casework.domain.recusal_request import RecusalRequest
from casework.usecases.papers import papers_of
from shared.clocks.counting import day_begins
from shared.db import Reader
from shared.http.fields import on_the_wire
from shared.http.models import Instant, ObjectOut
from shared.process.desk import Desk
from shared.process.process import Viewer
from shared.process.shown_papers import PaperOut


class InterferenceOut(ObjectOut):
    """An entry of the interference register."""

    kind: str
    channel: str
    occurred_on: date
    occurred_at: Instant
    known_on: date
    is_late: bool
    matter_type: str
    matter_id: UUID
    outcome: str | None
    clue_id: UUID | None
    papers: list[PaperOut]


class RecusalRequestOut(ObjectOut):
    """A request that an officer keep away from a clue."""

    clue_id: UUID
    requested_by: str
    ground: str
    officer_id: UUID | None
    decision: str | None
    earlier_work: str | None
    papers: list[PaperOut]


_INTERFERENCE = (
    "kind", "channel", "occurred_on", "known_on", "is_late", "matter_type", "matter_id", "outcome", "clue_id",
)  # fmt: skip
_REQUEST = ("clue_id", "requested_by", "ground", "officer_id", "decision", "earlier_work")


async def view_interference(
    reader: Reader, desk: Desk, entry: Interference, viewer: Viewer
) -> dict[str, Any]:
    """Return the entry's own fields; who and in which words only where one entry is opened."""
    shown = {name: getattr(entry, name) for name in _INTERFERENCE}
    shown["occurred_at"] = on_the_wire(entry.occurred_at or day_begins(entry.occurred_on))
    return shown | {"papers": await papers_of(reader, desk, "interference", entry.id, viewer)}


async def view_request(reader: Reader, desk: Desk, request: RecusalRequest, viewer: Viewer) -> dict[str, Any]:
    """Return the request's own fields."""
    shown = {name: getattr(request, name) for name in _REQUEST}
    return shown | {"papers": await papers_of(reader, desk, "recusal_request", request.id, viewer)}
