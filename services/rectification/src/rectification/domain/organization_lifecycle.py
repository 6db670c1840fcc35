"""How an inspected Party organisation goes from feedback to grade, as one table.

Rule: chapter 7.3 of the book of rules, F1 to F12; the life of its single items is `item_lifecycle`.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum, auto

from shared.auth.roles import Role
from shared.lifecycle import SYSTEM, Guard, Lifecycle, Row, by

INSPECTED = "inspected"
"""Capacity of the organisation that was inspected."""
SUPERVISING = "supervising"
"""Capacity of the commission and the organisation department."""


class OrganizationState(StrEnum):
    """Where the rectification of one organisation stands."""

    ROUND_OPENED = auto()
    FEEDBACK_DELIVERED = auto()
    PLAN_SUBMITTED = auto()
    PLAN_APPROVED = auto()
    CONCENTRATED_RECTIFICATION = auto()
    REPORT_SUBMITTED = auto()
    JOINT_REVIEW = auto()
    RETURNED = auto()
    DAILY_SUPERVISION = auto()
    CENTRALISED_EVALUATION = auto()
    GRADED = auto()
    LOOK_BACK = auto()
    CLOSED = auto()


class OrganizationAction(StrEnum):
    """What can be done with it."""

    DELIVER_FEEDBACK = auto()
    SUBMIT_PLAN = auto()
    RETURN_PLAN = auto()
    REVIEW_PLAN = auto()
    BEGIN_RECTIFICATION = auto()
    HOLD_THEMATIC_MEETING = auto()
    SUBMIT_REPORT = auto()
    BEGIN_JOINT_REVIEW = auto()
    RETURN_REPORT = auto()
    ACCEPT_REPORT = auto()
    PUBLISH = auto()
    TAKE_MEASURE = auto()
    RE_FEEDBACK = auto()
    BEGIN_EVALUATION = auto()
    CONFIRM_GRADE = auto()
    OPEN_LOOK_BACK = auto()
    CLOSE = auto()


@dataclass(frozen=True, slots=True)
class OrganizationFacts:
    """What the guards of an organisation's moves look at."""

    findings: int = 0
    findings_without_item: int = 0
    opinions_given: int = 0
    has_principal_report: bool = False
    open_objections: int = 0
    open_clocks: int = 0


findings_are_listed = Guard("findings_missing", lambda f: f.findings > 0)
every_finding_has_an_item = Guard("finding_without_item", lambda f: f.findings_without_item == 0)
three_bodies_gave_opinions = Guard("joint_review_incomplete", lambda f: f.opinions_given >= 3)
principal_reported = Guard("principal_report_missing", lambda f: f.has_principal_report)
objections_are_heard = Guard("objection_open", lambda f: f.open_objections == 0)
clocks_are_settled = Guard("deadline_still_open", lambda f: f.open_clocks == 0)

S, A = OrganizationState, OrganizationAction
INSPECTION = by(Role.INSPECTION_OFFICE)
INSPECTED_BODY = by(Role.INSPECTED_ORGANIZATION, capacity=INSPECTED)
SUPERVISORS = by(Role.STATIONED_GROUP, Role.ORGANIZATION_DEPARTMENT, Role.HANDLER, capacity=SUPERVISING)

LABELS = {
    S.ROUND_OPENED: ("待反馈", "Round opened"),
    S.FEEDBACK_DELIVERED: ("已反馈", "Feedback delivered"),
    S.PLAN_SUBMITTED: ("方案已报", "Plan submitted"),
    S.PLAN_APPROVED: ("方案已审定", "Plan approved"),
    S.CONCENTRATED_RECTIFICATION: ("集中整改", "Concentrated rectification"),
    S.REPORT_SUBMITTED: ("进展报告已报", "Report submitted"),
    S.JOINT_REVIEW: ("报告会审", "Joint review"),
    S.RETURNED: ("退回补充", "Returned"),
    S.DAILY_SUPERVISION: ("日常监督", "Daily supervision"),
    S.CENTRALISED_EVALUATION: ("集中评估", "Centralised evaluation"),
    S.GRADED: ("已评定等次", "Graded"),
    S.LOOK_BACK: ("巡察“回头看”", "Look-back"),
    S.CLOSED: ("已办结", "Closed"),
    A.DELIVER_FEEDBACK: ("反馈", "Deliver feedback"),
    A.SUBMIT_PLAN: ("报送整改方案", "Submit the plan"),
    A.RETURN_PLAN: ("退回方案", "Return the plan"),
    A.REVIEW_PLAN: ("审核方案", "Review the plan"),
    A.BEGIN_RECTIFICATION: ("开始集中整改", "Begin concentrated rectification"),
    A.HOLD_THEMATIC_MEETING: ("召开专题民主生活会", "Hold the thematic meeting"),
    A.SUBMIT_REPORT: ("报送进展报告", "Submit the report"),
    A.BEGIN_JOINT_REVIEW: ("开始会审", "Begin the joint review"),
    A.RETURN_REPORT: ("退回报告", "Return the report"),
    A.ACCEPT_REPORT: ("会审通过", "Accept the report"),
    A.PUBLISH: ("公开整改情况", "Publish"),
    A.TAKE_MEASURE: ("采取监督措施", "Take a supervision measure"),
    A.RE_FEEDBACK: ("再反馈、再督导", "Re-feedback"),
    A.BEGIN_EVALUATION: ("开始集中评估", "Begin the evaluation"),
    A.CONFIRM_GRADE: ("评定等次", "Confirm the grade"),
    A.OPEN_LOOK_BACK: ("开展“回头看”", "Open a look-back"),
    A.CLOSE: ("办结", "Close"),
}
WINDOW = (S.CONCENTRATED_RECTIFICATION, S.RETURNED)

# fmt: off
INSPECTED_ORGANIZATION = Lifecycle(
    name="inspected_organization", title=("被巡察党组织整改", "Rectification of an inspected organisation"),
    initial=S.ROUND_OPENED, final=[S.CLOSED], labels=LABELS, rows=[
    Row("F1",  (S.ROUND_OPENED,),               A.DELIVER_FEEDBACK,      S.FEEDBACK_DELIVERED,     INSPECTION, ("S4",),
        needs=(findings_are_listed,), documents=("反馈意见",), starts=("DL-38", "DL-39"), event="feedback.delivered"),
    Row("F2",  (S.FEEDBACK_DELIVERED,),         A.SUBMIT_PLAN,           S.PLAN_SUBMITTED,         INSPECTED_BODY, ("S4",),
        needs=(every_finding_has_an_item,), documents=("整改方案", "三个清单"), starts=("P-F3",), stops=("DL-38",),
        event="plan.submitted"),
    Row("F3",  (S.PLAN_SUBMITTED,),             A.RETURN_PLAN,           S.FEEDBACK_DELIVERED,     INSPECTION, ("S2",),
        documents=("退回意见",), stops=("P-F3",), event="plan.returned"),
    Row("F3",  (S.PLAN_SUBMITTED,),             A.REVIEW_PLAN,           S.PLAN_APPROVED,          INSPECTION, ("S2",),
        needs=(three_bodies_gave_opinions,), documents=("会审意见",), stops=("P-F3",), event="plan.approved"),
    Row("F5",  (S.PLAN_APPROVED,),              A.BEGIN_RECTIFICATION,   S.CONCENTRATED_RECTIFICATION, (SYSTEM,),
        event="rectification.begun"),
    Row("F4",  (S.CONCENTRATED_RECTIFICATION,), A.HOLD_THEMATIC_MEETING, S.CONCENTRATED_RECTIFICATION, INSPECTED_BODY,
        documents=("专题民主生活会记录",)),
    Row("F7",  WINDOW,                          A.SUBMIT_REPORT,         S.REPORT_SUBMITTED,       INSPECTED_BODY, ("S4",),
        needs=(principal_reported,), documents=("进展报告", "主要负责人报告"), stops=("DL-39",), event="report.submitted"),
    Row("F7",  (S.REPORT_SUBMITTED,),           A.BEGIN_JOINT_REVIEW,    S.JOINT_REVIEW,           INSPECTION,
        event="joint_review.begun"),
    Row("F7",  (S.JOINT_REVIEW,),               A.RETURN_REPORT,         S.RETURNED,               INSPECTION, ("S2",),
        documents=("退回意见",), event="report.returned"),
    Row("F7",  (S.JOINT_REVIEW,),               A.ACCEPT_REPORT,         S.DAILY_SUPERVISION,      INSPECTION, ("S2",),
        needs=(three_bodies_gave_opinions,), documents=("会审意见",), starts=("DL-41",), event="report.accepted"),
    Row("F8",  (S.DAILY_SUPERVISION,),          A.PUBLISH,               S.DAILY_SUPERVISION,      INSPECTED_BODY, ("S2",),
        documents=("公开文本",), event="rectification.published"),
    Row("F9",  (S.CONCENTRATED_RECTIFICATION,), A.TAKE_MEASURE,          S.CONCENTRATED_RECTIFICATION, SUPERVISORS, ("S1",),
        documents=("监督记录",), event="measure.taken"),
    Row("F9",  (S.DAILY_SUPERVISION,),          A.TAKE_MEASURE,          S.DAILY_SUPERVISION,      SUPERVISORS, ("S1",),
        documents=("监督记录",), event="measure.taken"),
    Row("F10", (S.DAILY_SUPERVISION,),          A.RE_FEEDBACK,           S.RETURNED,               INSPECTION, ("S2",),
        documents=("再反馈函",), event="feedback.repeated"),
    Row("F12", (S.DAILY_SUPERVISION,),          A.BEGIN_EVALUATION,      S.CENTRALISED_EVALUATION, INSPECTION,
        stops=("DL-41",), event="evaluation.begun"),
    Row("F12", (S.CENTRALISED_EVALUATION,),     A.CONFIRM_GRADE,         S.GRADED,                 INSPECTION, ("S4",),
        needs=(objections_are_heard,), documents=("评估报告",), event="evaluation.confirmed"),
    Row("F12", (S.GRADED,),                     A.OPEN_LOOK_BACK,        S.LOOK_BACK,              INSPECTION, ("S4",),
        event="look_back.opened"),
    Row("F12", (S.GRADED, S.LOOK_BACK),         A.CLOSE,                 S.CLOSED,                 INSPECTION, ("S2",),
        needs=(clocks_are_settled,), event="organization.closed"),
])
# fmt: on
