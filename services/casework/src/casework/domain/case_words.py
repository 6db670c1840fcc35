"""The states, the actions and the capacities of a case, and what they are called.

Rule: chapter 5 of the book of rules.
"""

from __future__ import annotations

from enum import StrEnum, auto

REVIEW = "review"
"""Capacity of the case review office, from the day a case is submitted to it or it is called in early."""
AUTHORITY = "authority"
"""Capacity of the organ that issues the sanction where jurisdiction was designated. Rule: D20."""
APPEAL = "appeal"
"""Capacity of the office that handles an appeal in a case. Rule: SoD-4."""


class CaseState(StrEnum):
    """Where a case stands."""

    FILING_PROPOSED = auto()
    FILED = auto()
    PLAN_APPROVED = auto()
    INVESTIGATING = auto()
    FACTS_MET_WITH_SUBJECT = auto()
    REPORT_DONE = auto()
    TO_REVIEW = auto()
    REVIEW_ACCEPTED = auto()
    REVIEWING = auto()
    RETURNED_REINVESTIGATE = auto()
    RETURNED_SUPPLEMENT = auto()
    REVIEW_DONE = auto()
    DECIDED = auto()
    SERVED = auto()
    EXECUTING = auto()
    APPEALED = auto()
    TRANSFERRED_TO_PROCURATORATE = auto()
    WITHDRAWN = auto()
    CLOSED = auto()


class CaseAction(StrEnum):
    """What can be done with a case."""

    FILE = auto()
    ANNOUNCE_FILING = auto()
    APPROVE_PLAN = auto()
    BEGIN_INVESTIGATION = auto()
    CHANGE_TEAM = auto()
    SHOW_FACTS = auto()
    WRITE_REPORT = auto()
    WAIVE_REPORT = auto()
    COMPLETE_REPORT = auto()
    SUBMIT_TO_REVIEW = auto()
    INVOLVE_REVIEW = auto()
    ACCEPT_REVIEW = auto()
    REFUSE_REVIEW = auto()
    BEGIN_REVIEW = auto()
    CHANGE_REVIEW_GROUP = auto()
    TALK_WITH_SUBJECT = auto()
    DISCUSS_REVIEW = auto()
    FINISH_REVIEW = auto()
    RETURN_REINVESTIGATE = auto()
    RETURN_SUPPLEMENT = auto()
    REINVESTIGATE = auto()
    SUPPLEMENT = auto()
    DESIGNATE_AUTHORITY = auto()
    RECORD_OPINION = auto()
    DECIDE = auto()
    SERVE = auto()
    ANNOUNCE_DECISION = auto()
    BEGIN_EXECUTION = auto()
    REPORT_EXECUTION = auto()
    WITHDRAW = auto()
    TRANSFER_TO_PROCURATORATE = auto()
    LODGE_APPEAL = auto()
    END_APPEAL = auto()
    LODGE_COMPLAINT = auto()
    RECORD_QUALITY = auto()
    DRAFT_RECOMMENDATION = auto()
    PERMIT_EXCEPTION = auto()
    EXTEND_DEADLINE = auto()
    CLOSE = auto()
    DESIGNATE = auto()


_S, _A = CaseState, CaseAction

LABELS: dict[StrEnum, tuple[str, str]] = {
    _S.FILING_PROPOSED: ("已批准立案", "Filing proposed"),
    _S.FILED: ("已立案", "Filed"),
    _S.PLAN_APPROVED: ("方案已批准", "Plan approved"),
    _S.INVESTIGATING: ("审查调查中", "Investigating"),
    _S.FACTS_MET_WITH_SUBJECT: ("事实材料已见面", "Facts met with the subject"),
    _S.REPORT_DONE: ("审查调查报告已完成", "Report done"),
    _S.TO_REVIEW: ("已移送审理", "To review"),
    _S.REVIEW_ACCEPTED: ("审理已受理", "Review accepted"),
    _S.REVIEWING: ("审理中", "Reviewing"),
    _S.RETURNED_REINVESTIGATE: ("退回重新审查调查", "Returned for reinvestigation"),
    _S.RETURNED_SUPPLEMENT: ("退回补证", "Returned for supplement"),
    _S.REVIEW_DONE: ("审理终结", "Review done"),
    _S.DECIDED: ("已作出决定", "Decided"),
    _S.SERVED: ("决定已送达", "Served"),
    _S.EXECUTING: ("执行中", "Executing"),
    _S.APPEALED: ("申诉复审中", "Appealed"),
    _S.TRANSFERRED_TO_PROCURATORATE: ("已移送审查起诉", "Transferred to the procuratorate"),
    _S.WITHDRAWN: ("已撤销案件", "Withdrawn"),
    _S.CLOSED: ("已结案", "Closed"),
    _A.FILE: ("立案", "File the case"),
    _A.ANNOUNCE_FILING: ("宣布立案决定", "Announce the filing"),
    _A.APPROVE_PLAN: ("审批审查调查方案", "Approve the plan"),
    _A.BEGIN_INVESTIGATION: ("成立审查调查组", "Begin the investigation"),
    _A.CHANGE_TEAM: ("调整审查调查组", "Change the team"),
    _A.SHOW_FACTS: ("事实材料见面", "Show the facts to the subject"),
    _A.WRITE_REPORT: ("撰写报告", "Write a report"),
    _A.WAIVE_REPORT: ("免予撰写报告", "Waive a report"),
    _A.COMPLETE_REPORT: ("完成审查调查报告", "Complete the investigation report"),
    _A.SUBMIT_TO_REVIEW: ("移送审理", "Submit to review"),
    _A.INVOLVE_REVIEW: ("提请审理提前介入", "Involve review early"),
    _A.ACCEPT_REVIEW: ("受理审理", "Accept for review"),
    _A.REFUSE_REVIEW: ("不予受理审理", "Refuse to review"),
    _A.BEGIN_REVIEW: ("成立审理组", "Begin the review"),
    _A.CHANGE_REVIEW_GROUP: ("调整审理组", "Change the review group"),
    _A.TALK_WITH_SUBJECT: ("审理谈话", "Talk with the subject"),
    _A.DISCUSS_REVIEW: ("集体审议", "Discuss the review"),
    _A.FINISH_REVIEW: ("形成审理报告", "Finish the review"),
    _A.RETURN_REINVESTIGATE: ("退回重新审查调查", "Return for reinvestigation"),
    _A.RETURN_SUPPLEMENT: ("退回补充证据", "Return for supplement"),
    _A.REINVESTIGATE: ("重新审查调查", "Reinvestigate"),
    _A.SUPPLEMENT: ("补充证据", "Supplement the evidence"),
    _A.DESIGNATE_AUTHORITY: ("确定处分机关", "Designate the deciding organ"),
    _A.RECORD_OPINION: ("征求意见", "Record an opinion"),
    _A.DECIDE: ("作出处理决定", "Decide"),
    _A.SERVE: ("送达决定", "Serve the decision"),
    _A.ANNOUNCE_DECISION: ("宣布处分决定", "Announce the decision"),
    _A.BEGIN_EXECUTION: ("开始执行", "Begin execution"),
    _A.REPORT_EXECUTION: ("报告执行情况", "Report execution"),
    _A.WITHDRAW: ("撤销案件", "Withdraw the case"),
    _A.TRANSFER_TO_PROCURATORATE: ("移送审查起诉", "Transfer to the procuratorate"),
    _A.LODGE_APPEAL: ("登记申诉", "Lodge an appeal"),
    _A.END_APPEAL: ("申诉办结", "End the appeal"),
    _A.LODGE_COMPLAINT: ("登记对措施的申诉", "Lodge a complaint"),
    _A.RECORD_QUALITY: ("案件质量评查", "Record a quality review"),
    _A.DRAFT_RECOMMENDATION: ("拟制纪检监察建议", "Draft a recommendation"),
    _A.PERMIT_EXCEPTION: ("批准例外事项", "Permit an exception"),
    _A.EXTEND_DEADLINE: ("延长期限", "Extend a deadline"),
    _A.CLOSE: ("结案", "Close the case"),
    _A.DESIGNATE: ("指定或者提级管辖", "Designate jurisdiction"),
}
