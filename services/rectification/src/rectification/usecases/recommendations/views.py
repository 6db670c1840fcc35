"""What officers and addressees see of recommendations, lighter papers and systems built."""

from __future__ import annotations

from datetime import date
from typing import Any
from uuid import UUID

from rectification.domain.recommendation import Recommendation, Reminder, SystemBuilt
from rectification.usecases.viewing import own_fields
from rectification.usecases.writing import opened_papers
from shared.db import Reader
from shared.http.models import ObjectOut
from shared.process.desk import Desk
from shared.process.process import Viewer
from shared.process.shown_papers import PaperOut


class RecommendationOut(ObjectOut):
    """A recommendation; `papers` hold the letter, objection, reply and what was urged."""

    kind: str
    addressee: str
    origin_type: str
    origin_id: UUID
    legal_regime: str
    reply_by: date | None
    missed_dates: int
    delivered_on: date | None
    acceptance: str | None
    replied_on: date | None
    superior: str | None
    item_id: UUID | None
    closed_on: date | None
    papers: list[PaperOut]


class ReminderOut(ObjectOut):
    """A work reminder, reminder interview or internal notice."""

    kind: str
    addressee: str
    reply_by: date | None
    inspected_organization_id: UUID | None
    delivered_on: date | None
    answered_on: date | None
    papers: list[PaperOut]


class SystemBuiltOut(ObjectOut):
    """A system made or revised; its text is among the papers."""

    title: str
    kind: str
    organisation: str
    effective_on: date
    inspected_organization_id: UUID | None
    finding_id: UUID | None
    item_id: UUID | None
    recommendation_id: UUID | None
    case_id: UUID | None
    papers: list[PaperOut]


async def view_with_papers(
    reader: Reader, desk: Desk, subject: Recommendation | Reminder | SystemBuilt, viewer: Viewer
) -> dict[str, Any]:
    """Return the object's own fields and, outside of lists, its papers."""
    papers = [] if viewer.brief else await opened_papers(reader, desk, subject.id)
    return {**own_fields(subject), "papers": papers}
