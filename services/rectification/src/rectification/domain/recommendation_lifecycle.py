"""The life of a recommendation (纪律检查建议、监察建议), as one table.

Rule: chapter 10 of the book of rules.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum, auto

from shared.auth.roles import Role
from shared.lifecycle import SYSTEM, Guard, Lifecycle, Row, by

ADDRESSEE = "addressee"
"""Capacity of the Party organisation or unit a recommendation is addressed to."""
SUPERIOR = "superior"
"""Capacity of the superior or competent organ that is asked to see to it after two missed dates."""
CHECKING = "checking"
"""Capacity of the review office that checks a draft before it is signed."""


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
    VERIFIED = auto()
    OVERDUE = auto()
    ESCALATED = auto()
    WITHDRAWN = auto()
    CLOSED = auto()


class RecommendationAction(StrEnum):
    """What can be done with a recommendation."""

    REVISE_DRAFT = auto()
    CHECK_LEGALITY = auto()
    RETURN_DRAFT = auto()
    APPROVE = auto()
    ISSUE = auto()
    DELIVER = auto()
    ACKNOWLEDGE = auto()
    OBJECT = auto()
    ANSWER_OBJECTION = auto()
    REPLY = auto()
    RETURN_REPLY = auto()
    BEGIN_RECTIFYING = auto()
    VERIFY = auto()
    MARK_OVERDUE = auto()
    SET_NEW_DATE = auto()
    ESCALATE = auto()
    WITHDRAW = auto()
    CLOSE = auto()


@dataclass(frozen=True, slots=True)
class RecommendationFacts:
    """What the guards of a recommendation's moves look at."""

    parts_missing: int = 0
    has_date: bool = True
    missed_dates: int = 2
    has_reply: bool = True
    date_is_ahead: bool = True
    item_is_verified: bool = True
    is_refused: bool = True


letter_is_whole = Guard("letter_incomplete", lambda f: f.parts_missing == 0)
date_is_written = Guard("date_missing", lambda f: f.has_date)
reply_is_written = Guard("reply_missing", lambda f: f.has_reply)
date_lies_ahead = Guard("reply_date_passed", lambda f: f.date_is_ahead)
item_is_verified = Guard("item_not_verified", lambda f: f.item_is_verified)
it_is_refused = Guard("reply_does_not_refuse", lambda f: f.is_refused)
two_dates_were_missed = Guard("second_date_not_missed", lambda f: f.missed_dates >= 2)

S, A = RecommendationState, RecommendationAction
OFFICE = by(Role.HANDLER)
CHECKER = by(Role.CASE_REVIEWER, capacity=CHECKING)
RECEIVER = by(Role.COMPETENT_DEPARTMENT, Role.INSPECTED_ORGANIZATION, capacity=ADDRESSEE)
BEFORE_CORRECTION = (
    S.DRAFTED, S.LEGAL_CHECKED, S.APPROVED, S.ISSUED, S.DELIVERED, S.ACKNOWLEDGED, S.OBJECTED, S.REPLIED
)  # fmt: skip

LABELS = {
    S.DRAFTED: ("已起草", "Drafted"),
    S.LEGAL_CHECKED: ("已审核", "Legally checked"),
    S.APPROVED: ("已批准", "Approved"),
    S.ISSUED: ("已制发", "Issued"),
    S.DELIVERED: ("已送达", "Delivered"),
    S.ACKNOWLEDGED: ("已签收", "Acknowledged"),
    S.OBJECTED: ("已提异议", "Objected"),
    S.REPLIED: ("已回复", "Replied"),
    S.RECTIFYING: ("整改中", "Rectifying"),
    S.VERIFIED: ("已核实", "Verified"),
    S.OVERDUE: ("已超期", "Overdue"),
    S.ESCALATED: ("已提请上级督促", "Escalated"),
    S.WITHDRAWN: ("已撤回", "Withdrawn"),
    S.CLOSED: ("已办结", "Closed"),
    A.REVISE_DRAFT: ("修改", "Revise the draft"),
    A.CHECK_LEGALITY: ("审核", "Check legality"),
    A.RETURN_DRAFT: ("退回修改", "Return the draft"),
    A.APPROVE: ("报批", "Approve"),
    A.ISSUE: ("制发", "Issue"),
    A.DELIVER: ("送达", "Deliver"),
    A.ACKNOWLEDGE: ("签收", "Acknowledge"),
    A.OBJECT: ("提出异议", "Object"),
    A.ANSWER_OBJECTION: ("答复异议", "Answer the objection"),
    A.REPLY: ("书面回复", "Reply"),
    A.RETURN_REPLY: ("退回回复", "Return the reply"),
    A.BEGIN_RECTIFYING: ("开始整改", "Begin rectifying"),
    A.VERIFY: ("核实", "Verify"),
    A.MARK_OVERDUE: ("标记超期", "Mark overdue"),
    A.SET_NEW_DATE: ("限期催办", "Set a new date"),
    A.ESCALATE: ("提请上级督促", "Escalate"),
    A.WITHDRAW: ("撤回", "Withdraw"),
    A.CLOSE: ("办结", "Close"),
}

# fmt: off
RECOMMENDATION = Lifecycle(
    name="recommendation", title=("纪律检查建议、监察建议", "Recommendation"), initial=S.DRAFTED,
    final=[S.CLOSED, S.WITHDRAWN], labels=LABELS, rows=[
    Row("10", (S.DRAFTED,),       A.REVISE_DRAFT,     S.DRAFTED,       OFFICE),
    Row("10", (S.DRAFTED,),       A.CHECK_LEGALITY,   S.LEGAL_CHECKED, CHECKER,
        needs=(letter_is_whole,), basis="SR21 Art 205"),
    Row("10", (S.DRAFTED, S.LEGAL_CHECKED), A.RETURN_DRAFT, S.DRAFTED, CHECKER),
    Row("10", (S.LEGAL_CHECKED,), A.APPROVE,          S.APPROVED,      OFFICE, ("S2",),
        needs=(date_is_written, date_lies_ahead), basis="ENF Art 19; SL Art 52"),
    Row("10", (S.APPROVED,),      A.ISSUE,            S.ISSUED,        OFFICE,
        documents=("建议书",), event="recommendation.issued"),
    Row("10", (S.ISSUED,),        A.DELIVER,          S.DELIVERED,     OFFICE,
        needs=(date_lies_ahead,), documents=("送达回证",), starts=("DL-31",),
        event="recommendation.delivered", basis="SR21 Art 205"),
    Row("10", (S.DELIVERED,),     A.ACKNOWLEDGE,      S.ACKNOWLEDGED,  RECEIVER,
        starts=("P-10",), event="recommendation.acknowledged"),
    Row("10", (S.ACKNOWLEDGED,),  A.OBJECT,           S.OBJECTED,      RECEIVER,
        documents=("异议书",), event="recommendation.objected"),
    Row("10", (S.OBJECTED,),      A.ANSWER_OBJECTION, S.ACKNOWLEDGED,  OFFICE, ("S2",),
        documents=("异议答复",), event="recommendation.objection_answered"),
    Row("10", (S.ACKNOWLEDGED, S.OVERDUE, S.ESCALATED), A.REPLY, S.REPLIED, RECEIVER,
        needs=(reply_is_written,), documents=("书面回复",), stops=("DL-31",), event="recommendation.replied"),
    Row("10", (S.REPLIED,),       A.RETURN_REPLY,     S.ACKNOWLEDGED,  OFFICE, ("S1",),
        needs=(date_is_written, date_lies_ahead), documents=("退回意见",), starts=("DL-31",),
        event="recommendation.reply_returned"),
    Row("10", (S.REPLIED,),       A.BEGIN_RECTIFYING, S.RECTIFYING,    RECEIVER,
        event="recommendation.rectifying"),
    Row("10", (S.RECTIFYING,),    A.VERIFY,           S.VERIFIED,      OFFICE, ("S1",),
        needs=(item_is_verified,), documents=("核实记录",), stops=("P-10",), event="recommendation.verified"),
    Row("10", (S.VERIFIED,),      A.CLOSE,            S.CLOSED,        OFFICE, ("S2",),
        event="recommendation.closed"),
    Row("10", (S.DELIVERED, S.ACKNOWLEDGED, S.REPLIED, S.RECTIFYING), A.MARK_OVERDUE, S.OVERDUE, (SYSTEM,),
        event="recommendation.overdue"),
    Row("10", (S.OVERDUE,),       A.SET_NEW_DATE,     S.ACKNOWLEDGED,  OFFICE, ("S1",),
        needs=(date_is_written, date_lies_ahead), documents=("催办函",), starts=("DL-31", "P-10"),
        stops=("DL-31", "P-10")),
    Row("10", (S.OVERDUE,),       A.ESCALATE,         S.ESCALATED,     OFFICE, ("S3",),
        needs=(two_dates_were_missed,), documents=("督促函",), event="recommendation.escalated", basis="SL Art 71"),
    Row("10", (S.REPLIED,),       A.ESCALATE,         S.ESCALATED,     OFFICE, ("S3",),
        needs=(it_is_refused,), documents=("督促函",), event="recommendation.escalated", basis="SL Art 71"),
    Row("10", BEFORE_CORRECTION,  A.WITHDRAW,         S.WITHDRAWN,     OFFICE, ("S2",),
        stops=("DL-31", "P-10"), event="recommendation.withdrawn"),
])
# fmt: on
"""S3 signs in place of S2 when a supervisory recommendation is approved."""
