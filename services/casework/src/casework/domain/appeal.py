"""An appeal or complaint in a case as the service sees it; what was written lies sealed.

Rule: DL-25 to DL-29, SoD-4.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum, auto
from types import MappingProxyType
from typing import NamedTuple
from uuid import UUID


class AppealKind(StrEnum):
    """What is asked for, and of whom (申诉类别)."""

    RE_EXAMINATION = auto()
    SUPERIOR_REVIEW = auto()
    PARTY_APPEAL = auto()
    ACCOUNTABILITY_APPEAL = auto()
    COMPLAINT = auto()
    COMPLAINT_REVIEW = auto()


class AppealResult(StrEnum):
    """What came of it (申诉结果)."""

    UPHELD = auto()
    CHANGED = auto()
    REVOKED = auto()


class Course(NamedTuple):
    """How a kind runs: its clock, the window to ask it in, who decides, which window the answer opens.

    `at_acceptance` when the time runs from acceptance; `after` is the kind that must have been decided before.
    """

    clock: str
    window: str
    signs: tuple[str, ...]
    opens: str = ""
    at_acceptance: bool = False
    after: AppealKind | None = None


K = AppealKind
COURSES: MappingProxyType[AppealKind, Course] = MappingProxyType(
    {
        K.RE_EXAMINATION: Course("DL-25", "DL-25w", ("S3", "S4"), opens="DL-26w"),
        K.SUPERIOR_REVIEW: Course("DL-26", "DL-26w", ("S6",), after=K.RE_EXAMINATION),
        K.PARTY_APPEAL: Course("DL-27", "", ("S3", "S4"), at_acceptance=True),
        K.ACCOUNTABILITY_APPEAL: Course("DL-29", "DL-29w", ("S3", "S4")),
        K.COMPLAINT: Course("DL-28", "", ("S3",), opens="DL-28w"),
        K.COMPLAINT_REVIEW: Course("DL-28r", "DL-28w", ("S6",), after=K.COMPLAINT),
    }
)
COMPLAINTS = frozenset({K.COMPLAINT, K.COMPLAINT_REVIEW})
"""Against measures, not against a decision; the case goes on meanwhile. Rule: DL-28, SL Art 69."""


@dataclass(frozen=True, slots=True)
class Appeal:
    """One appeal by one subject of a case."""

    id: UUID
    number: str | None
    state: str
    version: int
    holder_path: str
    secrecy: str
    case_id: UUID
    subject_id: UUID
    kind: str
    lodged_on: date
    result: str | None = None
    decided_on: date | None = None
    served_on: date | None = None
