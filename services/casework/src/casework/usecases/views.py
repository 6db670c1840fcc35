"""What an officer sees of a clue, a verification or a talk. Papers open only for who handles or decides."""

from datetime import date
from typing import Any
from uuid import UUID

from casework.domain.clue import Clue
from casework.domain.talk_inquiry import TalkInquiry
from casework.domain.verification import Verification
from casework.store.clues import REPORT, merged_into, origins
from casework.store.measures import custody_of, measures_of, opened_item
from casework.store.papers import newest_papers
from casework.store.teams import members_of, signers_of
from shared.db import Reader
from shared.directory.paths import code_of
from shared.http.fields import on_the_wire
from shared.http.models import Instant, ObjectOut, Output
from shared.process.desk import Desk
from shared.process.process import Viewer


class PaperOut(Output):
    """A paper, opened: its newest version, and the digest that signatures are bound to."""

    kind: str
    version: int
    fields: dict[str, Any]
    sha256: str
    made_by: str
    made_at: Instant


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
    case_type: str | None
    is_committee_managed: bool
    heads_lower_committee: bool
    is_own_staff: bool
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
    clearing: str | None
    papers: list[PaperOut]


class MemberOut(Output):
    """A member of a team, and whether they signed the report as it stands."""

    officer_id: str
    login: str
    organisation: str
    has_signed: bool


class MeasureOut(Output):
    """A measure that leaders approved."""

    measure: str
    participants: list[str]
    approved_at: Instant


class CustodyOut(Output):
    """Property handed in voluntarily; what it is opens only with the papers."""

    id: UUID
    number: int
    description: str | None
    amount: int | None
    state: str
    received_on: date
    settled_on: date | None


class VerificationOut(ObjectOut):
    """A preliminary verification as officers see it."""

    clue_id: UUID
    heads_lower_committee: bool
    truth_grade: str | None
    proposal: str | None
    report_version: int
    members: list[MemberOut]
    measures: list[MeasureOut]
    custody: list[CustodyOut]
    papers: list[PaperOut]


class TalkInquiryOut(ObjectOut):
    """A talk or inquiry as officers see it."""

    clue_id: UUID
    heads_lower_committee: bool
    form: str | None
    rounds: int
    outcome: str | None
    is_countersigned: bool
    led_by: str | None
    letter_received_on: date | None
    measure: str | None
    sample_check: str | None
    meeting_kind: str | None
    meeting_held_on: date | None
    is_explained: bool | None
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
        "case_type": clue.case_type,
        "is_committee_managed": clue.is_committee_managed,
        "heads_lower_committee": clue.heads_lower_committee,
        "is_own_staff": clue.is_own_staff,
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
        "clearing": clue.clearing,
        "papers": await papers_of(reader, desk, "clue", clue.id, viewer),
    }


async def view_verification(
    reader: Reader, desk: Desk, verification: Verification, viewer: Viewer
) -> dict[str, Any]:
    """Return the verification's own fields, its team, and to who may read them its papers."""
    members = [] if viewer.brief else await members_of(reader, verification.id)
    signed = (
        frozenset()
        if viewer.brief
        else await signers_of(reader, verification.id, verification.report_version)
    )
    return {
        "clue_id": verification.clue_id,
        "heads_lower_committee": verification.heads_lower_committee,
        "truth_grade": verification.truth_grade,
        "proposal": verification.proposal,
        "report_version": verification.report_version,
        "members": [
            {
                "officer_id": member.officer_id,
                "login": member.login,
                "organisation": code_of(member.organisation_path),
                "has_signed": member.officer_id in signed,
            }
            for member in members
        ],
        "measures": [] if viewer.brief else await measures_shown(reader, verification.id),
        "custody": [] if viewer.brief else await custody_shown(reader, desk, verification.id, viewer),
        "papers": await papers_of(reader, desk, "verification", verification.id, viewer),
    }


async def measures_shown(reader: Reader, verification_id: UUID) -> list[dict[str, Any]]:
    """Return the approved measures, oldest first."""
    return [
        {
            **{name: row[name] for name in ("measure", "participants")},
            "approved_at": on_the_wire(row["approved_at"]),
        }
        for row in await measures_of(reader, verification_id)
    ]


async def custody_shown(
    reader: Reader, desk: Desk, verification_id: UUID, viewer: Viewer
) -> list[dict[str, Any]]:
    """Return what is and was held; descriptions only to who may read papers."""
    may = desk.permissions.decide(viewer.actor, "verification:read_papers", viewer.facts, viewer.at).allowed
    plain = ("id", "number", "amount", "state", "received_on", "settled_on")
    return [
        {
            **{name: row[name] for name in plain},
            "description": opened_item(desk.seals, row) if may else None,
        }
        for row in await custody_of(reader, verification_id)
    ]


async def view_talk_inquiry(reader: Reader, desk: Desk, talk: TalkInquiry, viewer: Viewer) -> dict[str, Any]:
    """Return the talk's own fields, and to who may read them its papers."""
    return {
        "clue_id": talk.clue_id,
        "heads_lower_committee": talk.heads_lower_committee,
        "form": talk.form,
        "rounds": talk.rounds,
        "outcome": talk.outcome,
        "is_countersigned": talk.is_countersigned,
        "led_by": talk.led_by,
        "letter_received_on": talk.letter_received_on,
        "measure": talk.measure,
        "sample_check": talk.sample_check,
        "meeting_kind": talk.meeting_kind,
        "meeting_held_on": talk.meeting_held_on,
        "is_explained": talk.is_explained,
        "papers": await papers_of(reader, desk, "talk_inquiry", talk.id, viewer),
    }


async def papers_of(
    reader: Reader, desk: Desk, process: str, object_id: UUID, viewer: Viewer
) -> list[dict[str, Any]]:
    """Open the papers, in no list and for nobody who only keeps the ledger."""
    may = desk.permissions.decide(viewer.actor, f"{process}:read_papers", viewer.facts, viewer.at).allowed
    if viewer.brief or not may:
        return []
    found = await newest_papers(reader, desk.seals, object_id)
    return [
        {
            "kind": paper.kind,
            "version": paper.version,
            "fields": paper.fields,
            "sha256": paper.sha256.hex(),
            "made_by": paper.made_by,
            "made_at": on_the_wire(paper.at),
        }
        for paper in found.values()
    ]
