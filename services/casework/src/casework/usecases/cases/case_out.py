"""A case on the wire: the shape of every part of the answer."""

from datetime import date
from uuid import UUID

from shared.http.models import ObjectOut, Output
from shared.process.shown_papers import PaperOut


class CaseOutcomeOut(Output):
    """What stands decided about one person, and when it ends. Money in yuan cents."""

    version: int
    source: str
    party_sanction: str | None
    probation_years: int | None
    party_ends_on: date | None
    government_sanctions: list[str]
    government_sanction: str | None
    term_months: int | None
    government_ends_on: date | None
    organisational_handling: list[str]
    education_measures: list[str]
    accountability_ways: list[str]
    accountability_grounds: list[str]
    party_org_measure: str | None
    changes_benefits: bool
    lighter_factors: list[str]
    heavier_factors: list[str]
    confiscate: int
    recover: int
    is_transferred: bool
    form: str | None
    decided_on: date


class DatedOut(Output):
    """A restriction of an open case, or an exception from one."""

    kind: str
    from_on: date
    to_on: date | None


class CaseSubjectOut(Output):
    """A person the case is about; name, unit and post are null for who may not read papers."""

    id: UUID
    kind: str
    name: str | None
    unit: str | None
    post: str | None
    organisation: str | None
    is_party_member: bool
    supervisee_kind: str | None
    subject_rank: str
    is_retired: bool
    is_committee_managed: bool
    is_same_level_member: bool
    outcome: CaseOutcomeOut | None
    restrictions: list[DatedOut]
    exceptions: list[DatedOut]


class CaseMemberOut(Output):
    """An officer with a part in the case now: in the team, or in the review group."""

    officer_id: str
    login: str
    organisation: str
    part: str
    is_leader: bool


class CaseReportOut(Output):
    """One of the three reports: written, waived or missing."""

    kind: str
    state: str


class CaseExecutionOut(Output):
    """What a competent body carried out. Money in yuan cents."""

    subject_id: UUID
    body: str
    executed_on: date
    confiscated: int
    recovered: int


class CaseQualityOut(Output):
    """A look at the case's quality; the findings are the paper of that version."""

    form: str
    score: int | None
    held_on: date
    paper_version: int


class CaseFollowUpOut(Output):
    """A recommendation drafted from the case; closed or withdrawn as rectification closed or withdrew it."""

    recommendation_id: UUID
    kind: str
    addressee: str
    drafted_on: date
    closed_on: date | None
    withdrawn_on: date | None


class CaseOut(ObjectOut):
    """A case as officers see it. Lists leave out what belongs to it."""

    clue_id: UUID
    legal_regime: str
    case_type: str | None
    track: str
    region: str | None
    field: str | None
    round: int
    review_office: str | None
    authority: str | None
    filed_on: date | None
    decided_on: date | None
    served_on: date | None
    closed_on: date | None
    is_clearing_needed: bool | None
    subjects: list[CaseSubjectOut]
    members: list[CaseMemberOut]
    reports: list[CaseReportOut]
    executions: list[CaseExecutionOut]
    quality_records: list[CaseQualityOut]
    follow_ups: list[CaseFollowUpOut]
    appeal_ids: list[UUID]
    papers: list[PaperOut]
