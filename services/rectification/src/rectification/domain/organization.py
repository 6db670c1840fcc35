"""Rounds, inspected organisations and findings as the rest of the service sees them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum, auto
from typing import Any
from uuid import UUID

from rectification.domain.tracked import Tracked


class InspectionKind(StrEnum):
    """What kind of round it is (巡察类别)."""

    REGULAR = auto()
    SPECIAL = auto()
    LOOK_BACK = auto()
    ESCALATED = auto()
    CROSS = auto()


class FindingCategory(StrEnum):
    """What a finding is about: the four duties an inspection looks at (四个落实)."""

    PARTY_LINES_AND_POLICIES = auto()
    STRICT_PARTY_GOVERNANCE = auto()
    ORGANISATIONAL_LINE = auto()
    EARLIER_RECTIFICATION = auto()


class Severity(StrEnum):
    """How grave a finding is."""

    SERIOUS = auto()
    PROMINENT = auto()
    ORDINARY = auto()


@dataclass(frozen=True, slots=True)
class Round(Tracked):
    """An inspection round (巡察轮次). `window_months` is the time for concentrated rectification, DL-39."""

    ordinal: int
    term: str
    name: str
    kind: str
    legal_regime: str
    window_months: int
    began_on: date


@dataclass(frozen=True, slots=True)
class InspectedOrganization(Tracked):
    """One Party organisation in one round.

    `first_responsible` is its principal, `members` carry name, position and portfolio. `commission_path` and
    `department_path` supervise from day to day. `earlier_id` is the same organisation in the round a look-back
    looks back at. `unit_path` is the body whose Party organisation it is, where that is another one. `grade` and
    `score` are written when the evaluation is confirmed.
    """

    round_id: UUID
    organisation_path: str
    commission_path: str
    department_path: str
    legal_regime: str
    window_months: int
    first_responsible: str
    contact: str
    members: tuple[dict[str, Any], ...] = ()
    earlier_id: UUID | None = None
    unit_path: str | None = None
    feedback_on: date | None = None
    window_ends_on: date | None = None
    plan_version: int = 0
    plan_approved_on: date | None = None
    report_version: int = 0
    report_submitted_on: date | None = None
    report_accepted_on: date | None = None
    grade: str | None = None
    score: Decimal | None = None


@dataclass(frozen=True, slots=True)
class Finding:
    """A problem fed back (反馈问题). `reopened_on` is set when its rectification proved false or came undone."""

    id: UUID
    inspected_organization_id: UUID
    ordinal: int
    category: str
    severity: str
    basis: str
    text: str
    earlier_finding_id: UUID | None = None
    reopened_on: date | None = None


@dataclass(frozen=True, slots=True)
class JointReview(Tracked):
    """A joint review (会审) of one version of the plan or the reports."""

    inspected_organization_id: UUID
    subject: str
    paper_version: int
    outcome: str | None = None
    concluded_on: date | None = None


@dataclass(frozen=True, slots=True)
class HandedClue(Tracked):
    """One entry of the clue hand-over list; what it says lies sealed among the papers."""

    inspected_organization_id: UUID
    receiver_path: str
    region: str | None
    field: str | None
    problem_types: tuple[str, ...]
    finding_id: UUID | None = None
    transferred_on: date | None = None
    clue_id: UUID | None = None
    truth_grade: str | None = None
    way: str | None = None
    concluded_on: date | None = None
