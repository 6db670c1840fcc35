"""The way of an inspected Party organisation (被巡察党组织) through rectification, as one table.

Clues found by the inspection (F11) are no part of it: the organisation reads this table's history, and a clue may
not show there even by its date. They have a table of their own, `clue_handover_lifecycle`.

Rule: chapter 7 of the book of rules, 7.3 organisation level, F1 to F12; `item_lifecycle` has its single items.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum, auto

from shared.auth.roles import Role
from shared.lifecycle import Guard, Lifecycle, Row, by

INSPECTED = "inspected"
"""Capacity of the Party organisation that was inspected."""
SUPERVISING = "supervising"
"""Capacity of the commission's office and the organisation department that supervise from day to day."""


class OrganizationState(StrEnum):
    """Where an inspected organisation stands."""

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
    CLOSED = auto()
    LOOK_BACK = auto()


class OrganizationAction(StrEnum):
    """What can be done about an inspected organisation."""

    ADD_FINDINGS = auto()
    WITHDRAW_FINDING = auto()
    REVISE = auto()
    DELIVER_FEEDBACK = auto()
    SUBMIT_PLAN = auto()
    REVIEW_PLAN = auto()
    RETURN_PLAN = auto()
    BEGIN_RECTIFICATION = auto()
    HOLD_THEMATIC_MEETING = auto()
    CHECK_PROGRESS = auto()
    LINK_DEMAND = auto()
    ADVISE_HANDLING = auto()
    CARRY_OUT_HANDLING = auto()
    SUPERVISE = auto()
    SUBMIT_REPORT = auto()
    REVIEW_REPORT = auto()
    ACCEPT_REPORT = auto()
    RETURN_REPORT = auto()
    PUBLISH = auto()
    RE_FEEDBACK = auto()
    BEGIN_EVALUATION = auto()
    GRADE = auto()
    CLOSE = auto()
    LOOK_BACK = auto()


@dataclass(frozen=True, slots=True)
class OrganizationFacts:
    """What the guards look at."""

    findings: int = 1
    findings_without_item: int = 0
    opinions_missing: int = 0
    opinions_against: int = 0
    finding_exists: bool = True
    day_has_come: bool = True
    items_are_theirs: bool = True
    was_checked: bool = True
    plan_is_open: bool = True
    demand_is_new: bool = True
    advice_is_open: bool = True
    reply_date_is_ahead: bool = True
    reports: int = 2
    has_grade: bool = True
    is_poor: bool = False
    open_follow_ups: int = 0


findings_are_listed = Guard("findings_missing", lambda f: f.findings > 0)
every_finding_has_an_item = Guard("finding_without_item", lambda f: f.findings_without_item == 0)
all_three_have_spoken = Guard("joint_opinion_missing", lambda f: f.opinions_missing == 0)
nobody_is_against = Guard("joint_opinion_against", lambda f: f.opinions_against == 0)
finding_is_there = Guard("finding_unknown", lambda f: f.finding_exists)
day_has_come = Guard("day_in_future", lambda f: f.day_has_come)
items_are_theirs = Guard("item_unknown", lambda f: f.items_are_theirs)
was_checked = Guard("unit_not_on_list", lambda f: f.was_checked)
plan_is_open = Guard("planned_measure_unknown", lambda f: f.plan_is_open)
demand_is_new = Guard("demand_already_linked", lambda f: f.demand_is_new)
advice_is_open = Guard("advice_not_open", lambda f: f.advice_is_open)
reply_date_is_ahead = Guard("reply_date_passed", lambda f: f.reply_date_is_ahead)
both_reports_are_there = Guard("principal_report_missing", lambda f: f.reports >= 2)
grade_is_confirmed = Guard("grade_missing", lambda f: f.has_grade)
grade_is_poor = Guard("grade_not_poor", lambda f: f.is_poor)
follow_ups_are_done = Guard("follow_up_open", lambda f: f.open_follow_ups == 0)

S, A = OrganizationState, OrganizationAction
OFFICE = by(Role.INSPECTION_OFFICE)
ORGANISATION = by(Role.INSPECTED_ORGANIZATION, capacity=INSPECTED)
SUPERVISORS = by(Role.HANDLER, Role.ORGANIZATION_DEPARTMENT, capacity=SUPERVISING)
AFTER_FEEDBACK = (S.FEEDBACK_DELIVERED, S.PLAN_SUBMITTED, S.PLAN_APPROVED, S.CONCENTRATED_RECTIFICATION,
                  S.REPORT_SUBMITTED, S.JOINT_REVIEW, S.RETURNED, S.DAILY_SUPERVISION)  # fmt: skip
SUPERVISED = (S.CONCENTRATED_RECTIFICATION, S.REPORT_SUBMITTED, S.JOINT_REVIEW, S.RETURNED, S.DAILY_SUPERVISION,
              S.CENTRALISED_EVALUATION, S.GRADED)  # fmt: skip
"""Supervision goes on from the first day of rectification until the matter is closed. Rule: F9."""

WHILE_PUT_RIGHT = (S.CONCENTRATED_RECTIFICATION, S.RETURNED, S.DAILY_SUPERVISION)
DEPARTMENT = by(Role.ORGANIZATION_DEPARTMENT, capacity=SUPERVISING)

LABELS = {
    S.ROUND_OPENED: ("待反馈", "Round opened"),
    S.FEEDBACK_DELIVERED: ("已反馈", "Feedback delivered"),
    S.PLAN_SUBMITTED: ("已报整改方案", "Plan submitted"),
    S.PLAN_APPROVED: ("方案已通过", "Plan approved"),
    S.CONCENTRATED_RECTIFICATION: ("集中整改", "Concentrated rectification"),
    S.REPORT_SUBMITTED: ("已报整改报告", "Report submitted"),
    S.JOINT_REVIEW: ("报告会审", "Joint review"),
    S.RETURNED: ("已退回", "Returned"),
    S.DAILY_SUPERVISION: ("日常监督", "Daily supervision"),
    S.CENTRALISED_EVALUATION: ("集中评估", "Centralised evaluation"),
    S.GRADED: ("已评定等次", "Graded"),
    S.CLOSED: ("已办结", "Closed"),
    S.LOOK_BACK: ("巡察“回头看”", "Look-back"),
    A.ADD_FINDINGS: ("列入反馈问题", "Add findings"),
    A.WITHDRAW_FINDING: ("撤回反馈问题", "Withdraw a finding"),
    A.REVISE: ("变更责任人和监督单位", "Change who is responsible and who supervises"),
    A.DELIVER_FEEDBACK: ("反馈巡察意见", "Deliver the feedback"),
    A.SUBMIT_PLAN: ("报送整改方案", "Submit the plan"),
    A.REVIEW_PLAN: ("审核方案", "Approve the plan"),
    A.RETURN_PLAN: ("退回方案", "Return the plan"),
    A.BEGIN_RECTIFICATION: ("开始集中整改", "Begin rectification"),
    A.HOLD_THEMATIC_MEETING: ("召开专题民主生活会", "Hold the thematic meeting"),
    A.CHECK_PROGRESS: ("第一责任人调度检查", "Check progress"),
    A.LINK_DEMAND: ("关联群众诉求", "Link a demand"),
    A.ADVISE_HANDLING: ("提出组织处理建议", "Advise organisational handling"),
    A.CARRY_OUT_HANDLING: ("落实组织处理建议", "Carry out organisational handling"),
    A.SUPERVISE: ("开展日常监督", "Supervise"),
    A.SUBMIT_REPORT: ("报送整改报告", "Submit the reports"),
    A.REVIEW_REPORT: ("启动报告会审", "Review the reports jointly"),
    A.ACCEPT_REPORT: ("会审通过", "Accept the reports"),
    A.RETURN_REPORT: ("退回报告", "Return the reports"),
    A.PUBLISH: ("公开整改情况", "Publish"),
    A.RE_FEEDBACK: ("再反馈、再督导", "Give feedback again"),
    A.BEGIN_EVALUATION: ("启动集中评估", "Begin the evaluation"),
    A.GRADE: ("评定等次", "Grade"),
    A.CLOSE: ("办结", "Close"),
    A.LOOK_BACK: ("列入“回头看”", "Put on the look-back list"),
}

# fmt: off
INSPECTED_ORGANIZATION = Lifecycle(
    name="inspected_organization", title=("被巡察党组织整改", "Rectification of an inspected organisation"),
    initial=S.ROUND_OPENED, final=[S.CLOSED, S.LOOK_BACK], labels=LABELS, rows=[
    Row("F1",  (S.ROUND_OPENED,),               A.ADD_FINDINGS,          S.ROUND_OPENED,               OFFICE,
        needs=(finding_is_there,)),
    Row("F1",  (S.ROUND_OPENED,),               A.WITHDRAW_FINDING,      S.ROUND_OPENED,               OFFICE,
        needs=(finding_is_there,)),
    Row("7.1", (S.ROUND_OPENED,),               A.REVISE,                S.ROUND_OPENED,               OFFICE),
    *(Row("7.1", (state,),                      A.REVISE,                state,                        OFFICE,
          documents=("工作交接记录",), basis="INS Art 33") for state in AFTER_FEEDBACK),
    Row("F1",  (S.ROUND_OPENED,),               A.DELIVER_FEEDBACK,      S.FEEDBACK_DELIVERED,         OFFICE,
        signs=("S4",), needs=(findings_are_listed, day_has_come), documents=("反馈意见",), starts=("DL-38", "DL-39"),
        event="inspected_organization.feedback_delivered", basis="INS"),
    Row("F2",  (S.FEEDBACK_DELIVERED,),         A.SUBMIT_PLAN,           S.PLAN_SUBMITTED,             ORGANISATION,
        signs=("S4",), needs=(finding_is_there, every_finding_has_an_item),
        documents=("整改方案", "三个清单", "党组会议纪要"),
        starts=("P-F3",), stops=("DL-38",), event="inspected_organization.plan_submitted", basis="INS"),
    Row("F3",  (S.PLAN_SUBMITTED,),             A.REVIEW_PLAN,           S.PLAN_APPROVED,              OFFICE,
        signs=("S2",), needs=(all_three_have_spoken, nobody_is_against), documents=("会审意见",), stops=("P-F3",),
        event="inspected_organization.plan_approved"),
    Row("F3",  (S.PLAN_SUBMITTED,),             A.RETURN_PLAN,           S.FEEDBACK_DELIVERED,         OFFICE,
        signs=("S2",), documents=("退回理由",), starts=("DL-38",), stops=("P-F3",)),
    Row("F5",  (S.PLAN_APPROVED,),              A.BEGIN_RECTIFICATION,   S.CONCENTRATED_RECTIFICATION, ORGANISATION,
        event="inspected_organization.rectification_begun", basis="INS Art 33"),
    Row("F4",  (S.CONCENTRATED_RECTIFICATION,), A.HOLD_THEMATIC_MEETING, S.CONCENTRATED_RECTIFICATION, ORGANISATION,
        needs=(day_has_come,), documents=("会议记录",)),
    *(Row("F5", (state,),                       A.CHECK_PROGRESS,        state,                        ORGANISATION,
          needs=(day_has_come,), documents=("调度检查记录",), basis="INS Art 33")
      for state in (S.CONCENTRATED_RECTIFICATION, S.RETURNED)),
    *(Row("F9", (state,),                       A.LINK_DEMAND,           state,                        OFFICE,
          needs=(finding_is_there, demand_is_new)) for state in WHILE_PUT_RIGHT),
    *(Row("F9", (state,),                       A.ADVISE_HANDLING,       state,                        OFFICE,
          signs=("S2",), documents=("组织处理建议",), event="inspected_organization.handling_advised")
      for state in WHILE_PUT_RIGHT),
    *(Row("F9", (state,),                       A.CARRY_OUT_HANDLING,    state,                        DEPARTMENT,
          signs=("S1",), needs=(day_has_come, advice_is_open)) for state in WHILE_PUT_RIGHT),
    *(Row("F9", (state,),                       A.SUPERVISE,             state,                        SUPERVISORS,
          signs=("S1",), needs=(day_has_come, items_are_theirs, plan_is_open), documents=("监督记录",),
          event="inspected_organization.supervised") for state in SUPERVISED),
    Row("F7",  (S.CONCENTRATED_RECTIFICATION, S.RETURNED), A.SUBMIT_REPORT, S.REPORT_SUBMITTED,        ORGANISATION,
        signs=("S4",), needs=(both_reports_are_there,), documents=("整改进展报告", "主要负责人报告"),
        starts=("P-F7",), stops=("DL-39", "P-F7r"),
        event="inspected_organization.report_submitted", basis="INS Art 33-35; INS15 Art 27"),
    Row("F7",  (S.REPORT_SUBMITTED,),           A.REVIEW_REPORT,         S.JOINT_REVIEW,               OFFICE),
    Row("F7",  (S.JOINT_REVIEW,),               A.ACCEPT_REPORT,         S.DAILY_SUPERVISION,          OFFICE,
        signs=("S2",), needs=(all_three_have_spoken, nobody_is_against), documents=("会审意见",), starts=("DL-41",),
        stops=("P-F7",),
        event="inspected_organization.report_accepted"),
    Row("F7",  (S.JOINT_REVIEW,),               A.RETURN_REPORT,         S.RETURNED,                   OFFICE,
        signs=("S2",), needs=(reply_date_is_ahead,), documents=("退回理由",), starts=("P-F7r",), stops=("P-F7",),
        event="inspected_organization.report_returned"),
    Row("F8",  (S.DAILY_SUPERVISION,),          A.PUBLISH,               S.DAILY_SUPERVISION,          ORGANISATION,
        signs=("S2",), needs=(day_has_come,), documents=("公开稿",), basis="INTRA Art 41; INS"),
    Row("F10", (S.DAILY_SUPERVISION,),          A.RE_FEEDBACK,           S.DAILY_SUPERVISION,          OFFICE,
        signs=("S2",), needs=(items_are_theirs, was_checked, reply_date_is_ahead), documents=("再反馈清单",),
        event="inspected_organization.re_fed_back"),
    Row("F12", (S.DAILY_SUPERVISION,),          A.BEGIN_EVALUATION,      S.CENTRALISED_EVALUATION,     OFFICE,
        stops=("DL-41",), event="inspected_organization.evaluation_begun"),
    Row("F12", (S.CENTRALISED_EVALUATION,),     A.GRADE,                 S.GRADED,                     OFFICE,
        signs=("S1", "S4"), needs=(grade_is_confirmed,), documents=("评估报告",),
        event="inspected_organization.graded"),
    Row("F12", (S.GRADED,),                     A.CLOSE,                 S.CLOSED,                     OFFICE,
        signs=("S2",), needs=(follow_ups_are_done,), event="inspected_organization.closed"),
    Row("F12", (S.GRADED,),                     A.LOOK_BACK,             S.LOOK_BACK,                  OFFICE,
        signs=("S2",), needs=(grade_is_poor,), event="inspected_organization.look_back_listed"),
])
# fmt: on
