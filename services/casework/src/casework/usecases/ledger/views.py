"""What an officer sees of a reconciliation or of a meeting on clues."""

from __future__ import annotations

from datetime import date
from typing import Any
from uuid import UUID

from casework.domain.clue_meeting import ClueMeeting
from casework.domain.reconciliation import Reconciliation
from casework.store.clues.meetings import clues_of
from casework.store.reconciliations import OVERDUE, SPOT_CHECK, items_of
from casework.usecases.papers import papers_of
from shared.db import Reader
from shared.directory.paths import code_of
from shared.http.fields import on_the_wire
from shared.http.models import Instant, ObjectOut, Output
from shared.process.desk import Desk
from shared.process.process import Viewer
from shared.process.shown_papers import PaperOut


class OverdueOut(Output):
    """A deadline of a clue that has passed."""

    clue_id: UUID
    number: str | None
    rule: str
    due_on: date
    held_by: str


class SpotCheckOut(Output):
    """A clue that was drawn, and what the look into it came to; null while nobody looked."""

    clue_id: UUID
    number: str | None
    result: str | None


class ReconciliationOut(ObjectOut):
    """A quarterly reconciliation; in lists without what was found."""

    year: int
    quarter: int
    taken_at: Instant | None
    figures: dict[str, dict[str, int]]
    overdue: list[OverdueOut]
    spot_checks: list[SpotCheckOut]
    papers: list[PaperOut]


class ClueMeetingOut(ObjectOut):
    """A special meeting on clues."""

    held_on: date
    fields: list[str]
    clues: list[UUID]
    papers: list[PaperOut]


async def view_reconciliation(
    reader: Reader, desk: Desk, one: Reconciliation, viewer: Viewer
) -> dict[str, Any]:
    """Return the reconciliation's own fields."""
    late = [] if viewer.brief else await items_of(reader, one, OVERDUE)
    drawn = [] if viewer.brief else await items_of(reader, one, SPOT_CHECK)
    return {
        "year": one.year,
        "quarter": one.quarter,
        "taken_at": on_the_wire(one.taken_at) if one.taken_at else None,
        "figures": {by: dict(counts) for by, counts in one.figures.items()},
        "overdue": [
            {
                **{name: row[name] for name in ("clue_id", "number", "rule", "due_on")},
                "held_by": code_of(row["held_by"]),
            }
            for row in late
        ],
        "spot_checks": [{name: row[name] for name in ("clue_id", "number", "result")} for row in drawn],
        "papers": await papers_of(reader, desk, "clue_reconciliation", one.id, viewer),
    }


async def view_meeting(reader: Reader, desk: Desk, meeting: ClueMeeting, viewer: Viewer) -> dict[str, Any]:
    """Return the meeting's own fields, and to who may read them its minutes."""
    return {
        "held_on": meeting.held_on,
        "fields": list(meeting.fields),
        "clues": [] if viewer.brief else await clues_of(reader, meeting.id),
        "papers": await papers_of(reader, desk, "clue_meeting", meeting.id, viewer),
    }
