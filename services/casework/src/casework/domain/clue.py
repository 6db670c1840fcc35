"""A clue as the rest of the service sees it: codes, dates and ids. Whom it is about lies sealed elsewhere."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum, auto
from uuid import UUID


class ClueSource(StrEnum):
    """Where a clue comes from (线索来源). Rule: 18.5."""

    REPORT = auto()
    DAILY_SUPERVISION = auto()
    INVESTIGATION_FOUND = auto()
    INSPECTION_TRANSFER = auto()
    AUDIT_TRANSFER = auto()
    LAW_ENFORCEMENT_TRANSFER = auto()
    JUDICIAL_TRANSFER = auto()
    SUPERIOR_ASSIGNED = auto()
    SUBORDINATE_REPORTED = auto()
    LINKAGE = auto()
    SPECIAL_PROJECT = auto()
    DATA_ALERT = auto()
    SELF_SURRENDER = auto()
    MEDIA = auto()


class Way(StrEnum):
    """The four ways of disposal, and the act of transferring (处置方式). Rule: 4.2, 18.5."""

    TALK_INQUIRY = auto()
    PRELIMINARY_VERIFICATION = auto()
    ON_HOLD = auto()
    CLOSED = auto()
    TRANSFERRED = auto()


class CaseType(StrEnum):
    """What kind of breach a clue points at; accountability has a gate of its own. Rule: 4.4."""

    DISCIPLINE = auto()
    DUTY_VIOLATION = auto()
    DUTY_CRIME = auto()
    WORK_STYLE = auto()
    ACCOUNTABILITY = auto()


class Clearing(StrEnum):
    """Whether the name of somebody reported without ground is to be cleared (澄清正名). Rule: C8, CLR."""

    TO_CONSIDER = auto()
    PROPOSED = auto()
    NOT_NEEDED = auto()


@dataclass(frozen=True, slots=True)
class Clue:
    """One clue (问题线索).

    `office_path` is the office it is meant for, and the holder from allocation on; `signed_for_by` is who received it
    there. `is_committee_managed` and `heads_lower_committee` say about the subject what decides who must sign,
    `subject_organisations` are the codes of the subjects' units; what `is_own_staff` is about discipline inspectors
    themselves. `overlaps` counts other open clues about the same. `reopened_from` is the clue that new evidence on its
    report brings up again. `clearing` says what came of the question whether a name must be cleared. What `reports_up`
    is about cadres whose clue and disposal the superior is told of. Until a clue `is_screened`, officers it names may
    not be known to be named. Amounts in yuan cents.
    """

    id: UUID
    number: str | None
    state: str
    version: int
    holder_path: str
    secrecy: str
    source: str
    received_on: date
    legal_regime: str
    is_named: bool
    problem_types: tuple[str, ...]
    subject_organisations: tuple[str, ...] = ()
    category: str | None = None
    region: str | None = None
    field: str | None = None
    amount: int | None = None
    report_id: UUID | None = None
    office_path: str | None = None
    case_type: str | None = None
    is_committee_managed: bool = False
    heads_lower_committee: bool = False
    reports_up: bool = False
    reported_up_on: date | None = None
    disposal_reported_up_on: date | None = None
    gate_is_complete: bool = False
    overlaps: int = 0
    way: str | None = None
    verification_id: UUID | None = None
    talk_inquiry_id: UUID | None = None
    next_look_on: date | None = None
    ground: str | None = None
    truth_grade: str | None = None
    concluded_on: date | None = None
    merged_into: UUID | None = None
    split_from: UUID | None = None
    reopened_from: UUID | None = None
    clearing: str | None = None
    is_screened: bool = False
    is_own_staff: bool = False
    signed_for_by: str | None = None
    signed_for_at: datetime | None = None
