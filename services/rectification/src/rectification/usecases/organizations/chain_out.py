"""What the chain and its ledger look like from outside."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from uuid import UUID

from rectification.usecases.items.views import ChainEvidenceOut, MilestoneOut, VerdictOut
from rectification.usecases.organizations.views import MemberOut
from shared.http.models import Output
from shared.sheets.columns import Column, Kind


class ChainRoundOut(Output):
    """The round."""

    id: UUID
    number: str | None
    term: str
    ordinal: int
    kind: str
    name: str
    began_on: date
    legal_regime: str
    state: str


class ChainOrganizationOut(Output):
    """The organisation, who answers for it and who supervises."""

    id: UUID
    number: str | None
    state: str
    version: int
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
    feedback_on: date | None
    window_ends_on: date | None
    plan_version: int
    plan_approved_on: date | None
    report_version: int
    report_submitted_on: date | None
    report_accepted_on: date | None


class CompletionOut(Output):
    """The completion rate as it stands now; null of nothing."""

    done: int
    whole: int
    rate: float | None


class LateOut(Output):
    """An item past its date, and who must act."""

    item_id: UUID
    number: str | None
    title: str
    due_on: date
    days_late: int
    held_by: list[str]


class ChainItemOut(Output):
    """An item with all that hangs on it; `held_by` are the bodies that must act next."""

    id: UUID
    number: str | None
    state: str
    title: str
    measures: str
    owner: str
    unit: str
    integration_theme: str | None
    due_on: date
    first_due_on: date
    is_long_term: bool
    submitted_on: date | None
    verifier: str | None
    verified_on: date | None
    is_on_time: bool | None
    closed_on: date | None
    rebounds: int
    false_outcomes: int
    held_by: list[str]
    is_late: bool
    milestones: list[MilestoneOut]
    evidence: list[ChainEvidenceOut]
    verifications: list[VerdictOut]


class FindingOut(Output):
    """A finding; `state` is open, reopened or put_right by its items."""

    id: UUID
    ordinal: int
    category: str
    severity: str
    basis: str
    text: str
    earlier_finding_id: UUID | None
    reopened_on: date | None
    state: str
    items: list[ChainItemOut]


class MeasureOut(Output):
    """A measure that was carried out."""

    id: UUID
    kind: str
    mechanism: str
    focuses: list[str]
    held_on: date
    object: str
    problems: str
    follow_up: str
    item_ids: list[UUID]
    body: str


class ReviewOut(Output):
    """A joint review; the inspected organisation learns its outcome from the papers instead."""

    id: UUID
    subject: str
    paper_version: int
    state: str
    outcome: str | None
    concluded_on: date | None


class ChainReFeedbackOut(Output):
    """Renewed feedback."""

    id: UUID
    number: str | None
    state: str
    items: list[UUID]
    delivered_on: date
    reply_by: date
    answered_on: date | None


class ChainConsultationOut(Output):
    """A consultation."""

    id: UUID
    number: str | None
    state: str
    topic: str
    held_on: date
    conclusion: str
    answered_on: date | None


class PublicationOut(Output):
    """A publication."""

    id: UUID
    scope: str
    place: str
    published_on: date


class ChainSystemOut(Output):
    """A system made or revised."""

    id: UUID
    number: str | None
    state: str
    title: str
    kind: str
    effective_on: date
    finding_id: UUID | None
    item_id: UUID | None


class ChainClueOut(Output):
    """A clue that was handed over, by id only."""

    id: UUID
    number: str | None
    state: str
    transferred_on: date | None
    clue_id: UUID | None
    truth_grade: str | None
    way: str | None
    concluded_on: date | None


class ChainEvaluationOut(Output):
    """Grade and score, once confirmed."""

    grade: str | None
    score: Decimal | None


class LaterOut(Output):
    """The same organisation in a later round that looks back at this one."""

    id: UUID
    number: str | None
    state: str
    feedback_on: date | None


class ChainLookBackOut(Output):
    """What this looks back at, and what looks back at this."""

    earlier_id: UUID | None
    later: list[LaterOut]


class ChainOut(Output):
    """The whole chain on one page."""

    round: ChainRoundOut | None
    organization: ChainOrganizationOut
    completion: CompletionOut
    late: list[LateOut]
    findings: list[FindingOut]
    measures: list[MeasureOut]
    reviews: list[ReviewOut]
    re_feedbacks: list[ChainReFeedbackOut]
    consultations: list[ChainConsultationOut]
    publications: list[PublicationOut]
    systems: list[ChainSystemOut]
    transferred_clues: list[ChainClueOut] | None
    evaluation: ChainEvaluationOut
    look_back: ChainLookBackOut


# fmt: off
LEDGER = (
    Column("finding",      "问题",     width=50),
    Column("category",     "问题类别", width=24),
    Column("severity",     "严重程度", width=10),
    Column("number",       "事项编号", width=26),
    Column("title",        "任务",     width=40),
    Column("measures",     "整改措施", width=50),
    Column("owner",        "责任领导", width=12),
    Column("unit",         "责任单位"),
    Column("due_on",       "时限",     kind=Kind.DAY, width=12),
    Column("state",        "状态",     width=12),
    Column("is_late",      "是否超期", kind=Kind.YES_NO, width=10),
    Column("held_by",      "当前经办", kind=Kind.ORGANISATION),
    Column("submitted_on", "申请销号", kind=Kind.DAY, width=12),
    Column("verifier",     "核实单位", kind=Kind.ORGANISATION),
    Column("verified_on",  "核实日期", kind=Kind.DAY, width=12),
    Column("closed_on",    "销号日期", kind=Kind.DAY, width=12),
)
# fmt: on
