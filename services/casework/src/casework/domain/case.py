"""A case as the rest of the service sees it: codes, dates and ids. Names and what was written lie sealed elsewhere."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum, auto
from uuid import UUID

SMALLEST_TEAM = 2
"""Rule: SoD-6, D12."""


class Track(StrEnum):
    """Under which power a case is filed (立案类别). Rule: D2."""

    PARTY = auto()
    SUPERVISORY = auto()
    BOTH = auto()

    @property
    def has_party(self) -> bool:
        """Say whether a Party sanction may come of it."""
        return self is not Track.SUPERVISORY

    @property
    def has_supervisory(self) -> bool:
        """Say whether a government sanction may come of it."""
        return self is not Track.PARTY


class SubjectRank(StrEnum):
    """The rank of a subject (职级), as the national bulletins count it. Rule: 18.6."""

    PROVINCIAL_MINISTERIAL = auto()
    BUREAU = auto()
    COUNTY_DIVISION = auto()
    TOWNSHIP_SECTION = auto()
    ORDINARY_CADRE = auto()
    RURAL_ENTERPRISE_OTHER = auto()


class SubjectKind(StrEnum):
    """Whom a case is about (对象类别): a person, or in short form a Party organisation. Rule: chapter 16, DISC Art 9."""

    PERSON = auto()
    ORGANISATION = auto()


class SuperviseeKind(StrEnum):
    """The six classes of persons under supervision (监察对象类别). Rule: 18.6, SL Art 15."""

    CIVIL_SERVANT = auto()
    ENTRUSTED_ORGANISATION = auto()
    STATE_ENTERPRISE_MANAGER = auto()
    PUBLIC_INSTITUTION_MANAGER = auto()
    GRASSROOTS_MANAGER = auto()
    OTHER_PUBLIC_DUTY = auto()


class ReportKind(StrEnum):
    """The three reports of a case (一案三报告). Rule: D9."""

    INVESTIGATION = auto()
    ANALYSIS = auto()
    REMEDIAL_PROPOSAL = auto()


class Restriction(StrEnum):
    """What a subject may not do during an open case without consent. Rule: SANC Art 52."""

    LEAVING_COUNTRY = auto()
    RESIGNATION = auto()
    PROMOTION = auto()
    AWARD = auto()
    RETIREMENT = auto()


class Consulted(StrEnum):
    """Whose opinion is heard before a decision. Rule: D14, ENF Art 56."""

    ORGANIZATION_DEPARTMENT = auto()
    PARTY_ORGANISATION = auto()


class QualityForm(StrEnum):
    """How the quality of a case is looked at (案件质量评查). Rule: D21."""

    INTERNAL_REVIEW = auto()
    DISTRICT_JOINT_REVIEW = auto()
    GUIDANCE = auto()
    REPLAY = auto()

    @property
    def is_once_only(self) -> bool:
        """Say whether a case has one of it: one guidance and one replay."""
        return self in (QualityForm.GUIDANCE, QualityForm.REPLAY)


@dataclass(frozen=True, slots=True)
class Subject:
    """One person or organisation a case is about; the name lies sealed. What decides sanctions stands here."""

    id: UUID
    is_party_member: bool
    supervisee_kind: str | None
    subject_rank: str
    is_retired: bool
    is_committee_managed: bool
    is_same_level_member: bool
    organisation: str | None
    kind: str = SubjectKind.PERSON

    @property
    def is_organisation(self) -> bool:
        """Say whether it is a Party organisation, which no sanction of a person fits."""
        return self.kind == SubjectKind.ORGANISATION


@dataclass(frozen=True, slots=True)
class Case:
    """One case (案件): examination of a Party matter, investigation of a supervisory one, or both.

    `round` counts how often the investigation was begun, `reported_round` is the one last reported on.
    `authority_path` is the organ that issues the sanction when that is not the one that investigated (D20).
    """

    id: UUID
    number: str | None
    state: str
    version: int
    holder_path: str
    secrecy: str
    clue_id: UUID
    verification_id: UUID | None
    legal_regime: str
    case_type: str | None
    track: str
    region: str | None
    field: str | None
    round: int = 1
    reported_round: int = 0
    review_path: str | None = None
    authority_path: str | None = None
    filed_on: date | None = None
    decided_on: date | None = None
    served_on: date | None = None
    closed_on: date | None = None
    is_clearing_needed: bool | None = None
