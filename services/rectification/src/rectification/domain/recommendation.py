"""Recommendations, lighter papers and the systems built because of them, as the rest of the service sees them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum, auto
from uuid import UUID

from rectification.domain.tracked import Tracked


class RecommendationKind(StrEnum):
    """To a Party organisation, or to the unit of a supervisee."""

    DISCIPLINE = auto()
    SUPERVISORY = auto()


class Acceptance(StrEnum):
    """What the addressee replies."""

    ACCEPTED = auto()
    PARTLY_ACCEPTED = auto()
    NOT_ACCEPTED = auto()


ADDRESSEE_KINDS = {
    RecommendationKind.DISCIPLINE: frozenset({"party_committee", "organization_department"}),
    RecommendationKind.SUPERVISORY: frozenset(
        {"competent_department", "village_community", "collective_company"}
    ),
}
"""A discipline-inspection recommendation goes to a Party organisation, a supervisory one to a unit."""

PARTS = ("origin", "facts", "problems", "advice", "how_to_reply", "how_to_object")
"""What the letter must say besides its time limit. Rule: SR21 Art 205."""

HOW_TO_REPLY = "请在本建议书载明的期限内书面回复采纳情况和整改措施。"
HOW_TO_OBJECT = "如有异议，可在收到本建议书之日起十日内书面提出，并说明理由。"


@dataclass(frozen=True, slots=True)
class Recommendation(Tracked):
    """A recommendation (纪律检查建议、监察建议). The letter's texts lie sealed among the papers.

    `origin_type` and `origin_id` say what it comes from; `item_id` is the item that serving it opened.
    """

    kind: str
    addressee_path: str
    origin_type: str
    origin_id: UUID
    legal_regime: str
    reply_by: date | None = None
    missed_dates: int = 0
    delivered_on: date | None = None
    acceptance: str | None = None
    replied_on: date | None = None
    superior_path: str | None = None
    item_id: UUID | None = None
    closed_on: date | None = None


@dataclass(frozen=True, slots=True)
class Reminder(Tracked):
    """A work reminder, reminder interview or internal notice. Its text lies sealed among the papers."""

    kind: str
    addressee_path: str
    reply_by: date | None = None
    inspected_organization_id: UUID | None = None
    delivered_on: date | None = None
    answered_on: date | None = None


@dataclass(frozen=True, slots=True)
class SystemBuilt(Tracked):
    """A system made or revised (建立完善制度), and what it answers. Its text lies among the papers."""

    title: str
    kind: str
    organisation_path: str
    effective_on: date
    inspected_organization_id: UUID | None = None
    finding_id: UUID | None = None
    item_id: UUID | None = None
    recommendation_id: UUID | None = None
    case_id: UUID | None = None


def fitting(wanted: RecommendationKind, addressee_kind: str) -> RecommendationKind | None:
    """Return the kind an organisation can be sent: the one wanted, else the other; None where neither fits."""
    other = next(kind for kind in RecommendationKind if kind is not wanted)
    return next((kind for kind in (wanted, other) if addressee_kind in ADDRESSEE_KINDS[kind]), None)


def missing_parts(letter: dict[str, object]) -> int:
    """Count the parts of a letter that say nothing."""
    return sum(not letter.get(part) for part in PARTS)
