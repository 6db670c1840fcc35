"""Daily supervision as the rest of the service sees it: plans, checks, renewed feedback, consultations, hand-overs."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum, auto
from typing import Any
from uuid import UUID

from rectification.domain.tracked import Tracked


class Measure(StrEnum):
    """The thirteen measures. Rule: 18.8."""

    SIT_IN_MEETING = auto()
    PERIODIC_REPORT = auto()
    FOCUSED_VERIFICATION = auto()
    FIELD_RESEARCH = auto()
    SPECIAL_CHECK = auto()
    REMINDER_INTERVIEW = auto()
    RE_FEEDBACK = auto()
    PLAN_REPORT_REVIEW = auto()
    ISSUE_CONSULTATION = auto()
    DOCUMENT_INSPECTION = auto()
    INDIVIDUAL_INTERVIEW = auto()
    SATISFACTION_SURVEY = auto()
    LEDGER_CLOSURE = auto()


class Mechanism(StrEnum):
    """The four mechanisms around the measures. Rule: 18.8."""

    TRACKING = auto()
    PROBLEM_FINDING = auto()
    CLUE_HANDLING = auto()
    LINKAGE = auto()


class Focus(StrEnum):
    """What a measure looks at. Rule: 18.8."""

    CONTENT = auto()
    METHOD = auto()
    EFFECT = auto()


class CheckResult(StrEnum):
    """What a special check found at one organisation."""

    IN_ORDER = auto()
    PROBLEMS_FOUND = auto()
    NOT_DONE = auto()


@dataclass(frozen=True, slots=True)
class PlannedMeasure(Tracked):
    """A measure in the calendar. `anchor_day` is the day of the month a recurring series began on."""

    inspected_organization_id: UUID
    kind: str
    mechanism: str
    planned_on: date
    recurrence: str
    anchor_day: int
    note: str
    until_on: date | None = None
    previous_id: UUID | None = None
    measure_id: UUID | None = None


@dataclass(frozen=True, slots=True)
class SpecialCheck(Tracked):
    """A special check over several organisations; results per organisation lie in their own rows."""

    title: str
    scheme: str
    planned_on: date
    inspectors: tuple[str, ...]
    concluded_on: date | None = None


@dataclass(frozen=True, slots=True)
class ReFeedback(Tracked):
    """Renewed feedback: the items not done, and the date in the letter."""

    inspected_organization_id: UUID
    items: tuple[UUID, ...]
    delivered_on: date
    reply_by: date
    special_check_id: UUID | None = None
    answered_on: date | None = None
    returned: int = 0


@dataclass(frozen=True, slots=True)
class Consultation(Tracked):
    """A consultation on problems. `asks_inspected` when the organisation must answer what came of it."""

    inspected_organization_id: UUID
    topic: str
    held_on: date
    bodies: tuple[str, ...]
    conclusion: str
    tasks: tuple[dict[str, Any], ...]
    asks_inspected: bool
    answered_on: date | None = None


@dataclass(frozen=True, slots=True)
class MaterialHandover(Tracked):
    """Material that one of the three bodies gives another, with receipt and time."""

    inspected_organization_id: UUID
    receiver_path: str
    materials: tuple[str, ...]
    handed_over_at: datetime
    settled_at: datetime | None = None
    settled_by: str | None = None
