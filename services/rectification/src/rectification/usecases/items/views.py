"""What officers see of a rectification item: who owes it, what shows it, and every verdict on it."""

from __future__ import annotations

from datetime import date
from typing import Any
from uuid import UUID

from rectification.domain.item import Item, is_late
from rectification.store.items import evidence_of, milestones_of, verifications_of
from rectification.usecases.viewing import own_fields
from rectification.usecases.writing import opened_papers
from shared.db import Reader
from shared.db.engine import Row
from shared.directory.paths import code_of
from shared.http.fields import on_the_wire
from shared.http.models import Instant, ObjectOut, Output
from shared.process.desk import Desk
from shared.process.process import Viewer
from shared.process.shown_papers import PaperOut


class MilestoneOut(Output):
    """A stage of a long-term item."""

    id: UUID
    ordinal: int
    title: str
    due_on: date
    reached_on: date | None


class ChainEvidenceOut(Output):
    """One version of a piece of evidence."""

    id: UUID
    milestone_id: UUID | None
    series_id: UUID
    version: int
    title: str
    attachment_id: UUID
    sha256: str
    effective_on: date
    expires_on: date | None


class EvidenceOut(ChainEvidenceOut):
    """One version of a piece of evidence."""

    at: Instant


class VerdictOut(Output):
    """What a body found; an acceptance stays beside a later verdict."""

    result: str
    method: str | None
    text: str
    body: str
    done_on: date


class ItemOut(ObjectOut):
    """A rectification item."""

    organisation: str
    title: str
    measures: str
    owner: str
    unit: str
    integration_theme: str | None
    due_on: date
    first_due_on: date
    is_long_term: bool
    inspected_organization_id: UUID | None
    finding_id: UUID | None
    recommendation_id: UUID | None
    submitted_on: date | None
    verifier: str | None
    verified_on: date | None
    is_on_time: bool | None
    closed_on: date | None
    rebounds: int
    false_outcomes: int
    is_late: bool
    milestones: list[MilestoneOut]
    evidence: list[EvidenceOut]
    verifications: list[VerdictOut]
    papers: list[PaperOut]


async def view_item(reader: Reader, desk: Desk, item: Item, viewer: Viewer) -> dict[str, Any]:
    """Return the item's own fields and, outside of lists, all that belongs to it."""
    shown = {**own_fields(item), "is_late": is_late(item.state, item.due_on, desk.clock.today())}
    if viewer.brief:
        return {**shown, "milestones": [], "evidence": [], "verifications": [], "papers": []}
    return {
        **shown,
        "milestones": [show_milestone(row) for row in await milestones_of(reader, item.id)],
        "evidence": [show_evidence(row) for row in await evidence_of(reader, item.id)],
        "verifications": [show_verdict(row) for row in await verifications_of(reader, item.id)],
        "papers": await opened_papers(reader, desk, item.id),
    }


def show_milestone(row: Row) -> dict[str, Any]:
    return {name: row[name] for name in ("id", "ordinal", "title", "due_on", "reached_on")}


def show_evidence(row: Row) -> dict[str, Any]:
    names = (
        "id", "milestone_id", "series_id", "version", "title", "attachment_id", "effective_on", "expires_on",
    )  # fmt: skip
    shown = {name: row[name] for name in names}
    return {**shown, "sha256": row["sha256"].hex(), "at": on_the_wire(row["at"])}


def show_verdict(row: Row) -> dict[str, Any]:
    shown = {name: row[name] for name in ("result", "method", "text", "done_on")}
    return {**shown, "body": code_of(row["body_path"])}
