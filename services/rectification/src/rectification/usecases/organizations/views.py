"""What officers see of rounds, inspected organisations, joint reviews and clues handed over."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any
from uuid import UUID

from rectification.domain.organization import HandedClue, InspectedOrganization, JointReview, Round
from rectification.store.reviews import opinions_of
from rectification.usecases.organizations.clue_sight import CLUE_RESULTS, may_read_clues
from rectification.usecases.viewing import own_fields
from rectification.usecases.writing import opened_papers
from shared.db import Reader
from shared.http.fields import on_the_wire
from shared.http.models import Instant, ObjectOut, Output
from shared.process.desk import Desk
from shared.process.process import Viewer
from shared.process.shown_papers import PaperOut


class RoundOut(ObjectOut):
    """An inspection round."""

    ordinal: int
    term: str
    name: str
    kind: str
    legal_regime: str
    window_months: int
    began_on: date


class MemberOut(Output):
    """A member of the leadership and the portfolio."""

    name: str
    position: str
    portfolio: str


class InspectedOrganizationOut(ObjectOut):
    """An inspected Party organisation; `papers` hold feedback, plan, minutes, reports and reasons of returns."""

    round_id: UUID
    organisation: str
    commission: str
    department: str
    unit: str | None
    legal_regime: str
    window_months: int
    first_responsible: str
    contact: str
    members: list[MemberOut]
    earlier_id: UUID | None
    feedback_on: date | None
    window_ends_on: date | None
    plan_version: int
    plan_approved_on: date | None
    report_version: int
    report_submitted_on: date | None
    report_accepted_on: date | None
    grade: str | None
    score: Decimal | None
    papers: list[PaperOut]


class JointOpinionOut(Output):
    """What one body said."""

    body: str
    verdict: str
    text: str
    given_by: str
    at: Instant


class JointReviewOut(ObjectOut):
    """A joint review, with every opinion."""

    inspected_organization_id: UUID
    subject: str
    paper_version: int
    outcome: str | None
    concluded_on: date | None
    opinions: list[JointOpinionOut]


class TransferredClueOut(ObjectOut):
    """An entry of the clue hand-over list; its text opens for who may read it, and not in lists."""

    inspected_organization_id: UUID
    receiver: str
    region: str | None
    field: str | None
    problem_types: list[str]
    finding_id: UUID | None
    transferred_on: date | None
    clue_id: UUID | None
    truth_grade: str | None
    way: str | None
    concluded_on: date | None
    papers: list[PaperOut]


async def view_round(_: Reader, __: Desk, inspection: Round, ___: Viewer) -> dict[str, Any]:
    """Return the round's own fields."""
    return own_fields(inspection)


async def view_organization(
    reader: Reader, desk: Desk, organization: InspectedOrganization, viewer: Viewer
) -> dict[str, Any]:
    """Return the organisation's own fields and, outside of lists, its papers but what tells of clues."""
    papers = [] if viewer.brief else await opened_papers(reader, desk, organization.id)
    if papers and not may_read_clues(desk, organization, viewer.actor, viewer.at):
        papers = [paper for paper in papers if paper["kind"] != CLUE_RESULTS]
    return {**own_fields(organization), "papers": papers}


async def view_joint_review(reader: Reader, _: Desk, review: JointReview, viewer: Viewer) -> dict[str, Any]:
    """Return the review's own fields and, outside of lists, what each body said."""
    said = [] if viewer.brief else await opinions_of(reader, review.id)
    opinions = [
        {
            "body": one["body"],
            "verdict": one["verdict"],
            "text": one["text"],
            "given_by": one["given_by"],
            "at": on_the_wire(one["at"]),
        }
        for one in said
    ]
    return {**own_fields(review), "opinions": opinions}


async def view_transferred_clue(
    reader: Reader, desk: Desk, clue: HandedClue, viewer: Viewer
) -> dict[str, Any]:
    """Return codes and dates and, outside of lists, what the clue says."""
    papers = [] if viewer.brief else await opened_papers(reader, desk, clue.id)
    return {**own_fields(clue), "papers": papers}
