"""What an officer sees of a clue."""

from datetime import date
from typing import Any
from uuid import UUID

from casework.domain.clue import Clue
from casework.domain.clue_lifecycle import CLUE
from casework.store.clues.clues import REPORT, merged_into, origins, split_into
from casework.store.tables.clues import ClueRow
from casework.usecases.clues.kept_pictures import without_shown
from casework.usecases.papers import papers_of
from shared.auth.predicate import Protected, predicate
from shared.db import Reader
from shared.directory.paths import code_of
from shared.http.fields import on_the_wire
from shared.http.models import Instant, ObjectOut
from shared.process.desk import Desk
from shared.process.process import Viewer
from shared.process.shown_papers import PaperOut


class ClueOut(ObjectOut):
    """A clue as officers see it."""

    source: str
    received_on: date
    legal_regime: str
    is_named: bool
    problem_types: list[str]
    subject_organisations: list[str]
    category: str | None
    region: str | None
    field: str | None
    amount: int | None
    report_id: UUID | None
    report_ids: list[UUID]
    office: str | None
    signed_for_by: str | None
    signed_for_at: Instant | None
    case_type: str | None
    is_committee_managed: bool
    heads_lower_committee: bool
    is_own_staff: bool
    reports_up: bool
    reported_up_on: date | None
    disposal_reported_up_on: date | None
    gate_is_complete: bool
    overlaps: int
    way: str | None
    verification_id: UUID | None
    talk_inquiry_id: UUID | None
    next_look_on: date | None
    ground: str | None
    truth_grade: str | None
    concluded_on: date | None
    merged_into: UUID | None
    merged: list[UUID]
    split_from: UUID | None
    split_into: list[UUID]
    reopened_from: UUID | None
    clearing: str | None
    papers: list[PaperOut]


async def view_clue(reader: Reader, desk: Desk, clue: Clue, viewer: Viewer) -> dict[str, Any]:
    """Return the clue's own fields. What a person reported is never among them; it stays in intake."""
    first = [clue.report_id] if clue.report_id else []
    return {
        "source": clue.source,
        "received_on": clue.received_on,
        "legal_regime": clue.legal_regime,
        "is_named": clue.is_named,
        "problem_types": list(clue.problem_types),
        "subject_organisations": list(clue.subject_organisations),
        "category": clue.category,
        "region": clue.region,
        "field": clue.field,
        "amount": clue.amount,
        "report_id": clue.report_id,
        "report_ids": first if viewer.brief else await origins(reader, clue.id, REPORT),
        "office": code_of(clue.office_path) if clue.office_path else None,
        "signed_for_by": clue.signed_for_by,
        "signed_for_at": on_the_wire(clue.signed_for_at) if clue.signed_for_at else None,
        "case_type": clue.case_type,
        "is_committee_managed": clue.is_committee_managed,
        "heads_lower_committee": clue.heads_lower_committee,
        "is_own_staff": clue.is_own_staff,
        "reports_up": clue.reports_up,
        "reported_up_on": clue.reported_up_on,
        "disposal_reported_up_on": clue.disposal_reported_up_on,
        "gate_is_complete": clue.gate_is_complete,
        "overlaps": clue.overlaps,
        "way": clue.way,
        "verification_id": clue.verification_id,
        "talk_inquiry_id": clue.talk_inquiry_id,
        "next_look_on": clue.next_look_on,
        "ground": clue.ground,
        "truth_grade": clue.truth_grade,
        "concluded_on": clue.concluded_on,
        "merged_into": clue.merged_into,
        "merged": [] if viewer.brief else await merged_into(reader, clue.id),
        "split_from": clue.split_from,
        "split_into": [] if viewer.brief else await _split_into(reader, desk, clue, viewer),
        "reopened_from": clue.reopened_from,
        "clearing": clue.clearing,
        "papers": without_shown(
            await papers_of(reader, desk, "clue", clue.id, viewer), clue, may_take=_may_take(desk, viewer)
        ),
    }


def _may_take(desk: Desk, viewer: Viewer) -> bool:
    permission = "clue:take_unit_picture"
    return desk.permissions.decide(viewer.actor, permission, viewer.facts, viewer.at).allowed


async def _split_into(reader: Reader, desk: Desk, clue: Clue, viewer: Viewer) -> list[UUID]:
    """Return the clues that were split off this one, as far as the viewer may read them."""
    seen = predicate(desk.permissions, viewer.actor, f"{CLUE.name}:read", Protected.of(ClueRow), viewer.at)
    return await split_into(reader, clue.id, seen)
