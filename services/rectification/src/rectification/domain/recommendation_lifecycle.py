"""The life of a recommendation (纪律检查建议、监察建议), as one table.

Rule: chapter 10 of the book of rules.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum, auto

from shared.auth.roles import Role
from shared.lifecycle import SYSTEM, Guard, Lifecycle, Row, by

ADDRESSEE = "addressee"
"""Capacity of the organisation a recommendation is addressed to."""


class RecommendationState(StrEnum):
    """Where a recommendation stands."""

    DRAFTED = auto()
    LEGAL_CHECKED = auto()
    APPROVED = auto()
    ISSUED = auto()
    DELIVERED = auto()
    ACKNOWLEDGED = auto()
    OBJECTED = auto()
    REPLIED = auto()
    RECTIFYING = auto()
    ESCALATED = auto()
    VERIFIED = auto()
    WITHDRAWN = auto()
    CLOSED = auto()


class RecommendationAction(StrEnum):
    """What can be done with a recommendation."""

    CHECK_LEGALLY = auto()
    APPROVE = auto()
    ISSUE = auto()
    DELIVER = auto()
    ACKNOWLEDGE = auto()
    OBJECT = auto()
    DECIDE_OBJECTION = auto()
    REPLY = auto()
    BEGIN_CORRECTION = auto()
    ESCALATE = auto()
    VERIFY = auto()
    WITHDRAW = auto()
    CLOSE = auto()


@dataclass(frozen=True, slots=True)
class RecommendationFacts:
    """What the guards of a recommendation's moves look at."""

    missed_dates: int = 0
    has_time_limit: bool = True


limit_is_written = Guard("time_limit_missing", lambda f: f.has_time_limit)
two_dates_were_missed = Guard("escalation_too_early", lambda f: f.missed_dates >= 2)

S, A = RecommendationState, RecommendationAction
DRAFTER = by(Role.HANDLER, Role.INSPECTION_OFFICE)
UNIT = by(Role.INSPECTED_ORGANIZATION, Role.COMPETENT_DEPARTMENT, capacity=ADDRESSEE)
WAITING = (S.DELIVERED, S.ACKNOWLEDGED, S.REPLIED, S.RECTIFYING)

LABELS = {
    S.DRAFTED: ("已拟稿", "Drafted"),
    S.LEGAL_CHECKED: ("已审核", "Legally checked"),
    S.APPROVED: ("已批准", "Approved"),
    S.ISSUED: ("已制发", "Issued"),
    S.DELIVERED: ("已送达", "Delivered"),
    S.ACKNOWLEDGED: ("已签收", "Acknowledged"),
    S.OBJECTED: ("提出异议", "Objected"),
    S.REPLIED: ("已回复", "Replied"),
    S.RECTIFYING: ("整改中", "Being put right"),
    S.ESCALATED: ("已提级督促", "Escalated"),
    S.VERIFIED: ("已核验", "Verified"),
    S.WITHDRAWN: ("已撤回", "Withdrawn"),
    S.CLOSED: ("已办结", "Closed"),
    A.CHECK_LEGALLY: ("审核", "Check legally"),
    A.APPROVE: ("批准", "Approve"),
    A.ISSUE: ("制发", "Issue"),
    A.DELIVER: ("送达", "Deliver"),
    A.ACKNOWLEDGE: ("签收", "Acknowledge"),
    A.OBJECT: ("提出异议", "Object"),
    A.DECIDE_OBJECTION: ("答复异议", "Decide the objection"),
    A.REPLY: ("回复", "Reply"),
    A.BEGIN_CORRECTION: ("开始整改", "Begin correction"),
    A.ESCALATE: ("提级督促", "Escalate"),
    A.VERIFY: ("核验", "Verify"),
    A.WITHDRAW: ("撤回", "Withdraw"),
    A.CLOSE: ("办结", "Close"),
}

# fmt: off
RECOMMENDATION = Lifecycle(
    name="recommendation", title=("纪律检查建议、监察建议", "Recommendation"), initial=S.DRAFTED,
    final=[S.CLOSED, S.WITHDRAWN], labels=LABELS, rows=[
    Row("10", (S.DRAFTED,),             A.CHECK_LEGALLY,    S.LEGAL_CHECKED, by(Role.CASE_REVIEWER)),
    Row("10", (S.LEGAL_CHECKED,),       A.APPROVE,          S.APPROVED,      DRAFTER, ("S2",),
        needs=(limit_is_written,), documents=("建议书",), event="recommendation.approved", basis="ENF Art 19; SL Art 52"),
    Row("10", (S.APPROVED,),            A.ISSUE,            S.ISSUED,        DRAFTER, documents=("编号", "用印")),
    Row("10", (S.ISSUED,),              A.DELIVER,          S.DELIVERED,     DRAFTER, documents=("送达回证",),
        starts=("DL-31",), event="recommendation.delivered", basis="SR21 Art 205"),
    Row("10", (S.DELIVERED,),           A.ACKNOWLEDGE,      S.ACKNOWLEDGED,  UNIT, starts=("P-10",)),
    Row("10", (S.DELIVERED, S.ACKNOWLEDGED), A.OBJECT,      S.OBJECTED,      UNIT, ("S1",), event="recommendation.objected"),
    Row("10", (S.OBJECTED,),            A.DECIDE_OBJECTION, S.ACKNOWLEDGED,  DRAFTER, ("S2",), documents=("异议答复",)),
    Row("10", (S.DELIVERED, S.ACKNOWLEDGED, S.ESCALATED), A.REPLY, S.REPLIED, UNIT, ("S1",), documents=("书面回复",),
        stops=("DL-31",), event="recommendation.replied", basis="SR21 Art 205"),
    Row("10", (S.REPLIED,),             A.BEGIN_CORRECTION, S.RECTIFYING,    (SYSTEM,)),
    Row("10", WAITING,                  A.ESCALATE,         S.ESCALATED,     DRAFTER, ("S3",),
        needs=(two_dates_were_missed,), documents=("督促函",), event="recommendation.escalated", basis="SL Art 71"),
    Row("10", (S.REPLIED, S.RECTIFYING), A.VERIFY,          S.VERIFIED,      DRAFTER, ("S1",),
        documents=("核验记录",), stops=("P-10",), event="recommendation.verified"),
    Row("10", (S.DRAFTED, S.LEGAL_CHECKED, S.APPROVED, S.ISSUED, S.OBJECTED), A.WITHDRAW, S.WITHDRAWN, DRAFTER, ("S2",),
        event="recommendation.withdrawn"),
    Row("10", (S.VERIFIED,),            A.CLOSE,            S.CLOSED,        DRAFTER, ("S1",), event="recommendation.closed"),
])
# fmt: on
"""A supervisory recommendation is approved by S3 instead of S2."""
