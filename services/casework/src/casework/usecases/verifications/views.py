"""What an officer sees of a verification: its team, its measures, what is in custody."""

from datetime import date
from typing import Any
from uuid import UUID

from casework.domain.verification import Verification
from casework.store.measures import custody_of, measures_of, opened_item
from casework.store.teams import members_of, signers_of
from casework.usecases.papers import papers_of
from shared.db import Reader
from shared.directory.paths import code_of
from shared.http.fields import on_the_wire
from shared.http.models import Instant, ObjectOut, Output
from shared.process.desk import Desk
from shared.process.process import Viewer
from shared.process.shown_papers import PaperOut


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
