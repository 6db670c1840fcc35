"""The life of a livelihood demand (民生诉求), as one table.

Rule: chapter 3 of the book of rules, B1 to B10, R-B1.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum, auto

from intake.domain.quotation import is_own_words
from intake.domain.review import REVIEWING
from shared.auth.roles import Role
from shared.lifecycle import RECEIPT_HOLDER, Guard, Lifecycle, Row, by

COMPETENT = "competent"
"""Capacity of the department a demand was forwarded to."""
SUPERVISING = "supervising"
"""Capacity of the supervision office that watches the field and region of a demand, once it is forwarded."""


class DemandState(StrEnum):
    """Where a demand stands."""

    RECEIVED = auto()
    REGISTERED = auto()
    CLASSIFIED = auto()
    SPLIT_TO_REPORT = auto()
    NOT_ACCEPTED = auto()
    FORWARDED = auto()
    SUPERVISED = auto()
    MERGED = auto()
    OBJECTED = auto()
    IN_PROGRESS = auto()
    ANSWERED = auto()
    RATED = auto()
    REOPENED = auto()
    REVIEWED = auto()
    FINAL_REVIEWED = auto()
    CLOSED = auto()


class DemandAction(StrEnum):
    """What can be done with a demand."""

    REGISTER = auto()
    CLASSIFY = auto()
    SPLIT_TO_REPORT = auto()
    DECLINE = auto()
    FORWARD = auto()
    SUPERVISE = auto()
    MERGE = auto()
    UNMERGE = auto()
    ANSWER_MERGED = auto()
    OBJECT_JURISDICTION = auto()
    RULE = auto()
    SIGN_FOR = auto()
    WORK_REMINDER = auto()
    EXTEND = auto()
    ANSWER = auto()
    RATE = auto()
    OBJECT = auto()
    REQUEST_REVIEW = auto()
    REQUEST_FINAL_REVIEW = auto()
    ASSIGN_REVIEW = auto()
    BEGIN_HEARING = auto()
    END_HEARING = auto()
    ANSWER_REVIEW = auto()
    CLOSE = auto()


@dataclass(frozen=True, slots=True)
class DemandFacts:
    """What the guards of a demand's moves look at."""

    has_answer: bool
    had_review: bool
    had_final_review: bool
    receiver_is_competent: bool = True
    objection_is_in_time: bool = True
    is_ruled: bool = False
    needs_ruling: bool = False
    tells_where_to_turn: bool = True
    department_is_known: bool = True
    is_quoted: bool = False
    lead_is_open: bool = True
    leads_others: bool = False
    lead_has_answer: bool = True
    reviewer_is_right: bool = True
    is_in_time: bool = True
    hearing_is_open: bool = False
    final_review_stands: bool = True
    tells_the_same: bool = True


is_answered = Guard("answer_missing", lambda f: f.has_answer)
receiver_is_competent = Guard("receiver_not_competent", lambda f: f.receiver_is_competent)
lead_is_open = Guard("lead_not_open", lambda f: f.lead_is_open)
leads_nobody = Guard("others_are_merged", lambda f: not f.leads_others)
lead_has_answer = Guard("lead_not_answered_yet", lambda f: f.lead_has_answer)
review_is_new = Guard("review_already_requested", lambda f: not f.had_review)
review_was_had = Guard("review_comes_first", lambda f: f.had_review)
final_review_is_new = Guard("final_review_already_requested", lambda f: not f.had_final_review)
objection_is_in_time = Guard("objection_too_late", lambda f: f.objection_is_in_time)
no_ruling_binds = Guard("ruling_binds", lambda f: not f.is_ruled)
no_ruling_is_due = Guard("ruling_comes_first", lambda f: not f.needs_ruling)
ruling_is_due = Guard("ruling_not_due", lambda f: f.needs_ruling)
tells_where_to_turn = Guard("competent_body_missing", lambda f: f.tells_where_to_turn)
final_review_stands = Guard("final_review_not_given", lambda f: f.final_review_stands)
tells_the_same = Guard("facts_not_alike", lambda f: f.tells_the_same)
department_is_known = Guard("department_not_declared", lambda f: f.department_is_known)

reviewer_is_right = Guard("reviewer_not_above", lambda f: f.reviewer_is_right)
review_is_in_time = Guard("review_window_over", lambda f: f.is_in_time)
rating_is_in_time = Guard("rating_window_over", lambda f: f.is_in_time)
hearing_is_over = Guard("hearing_still_open", lambda f: not f.hearing_is_open)
hearing_is_open = Guard("hearing_not_begun", lambda f: f.hearing_is_open)

S, A = DemandState, DemandAction
OFFICER = by(Role.PETITION_OFFICER)
DEPARTMENT = by(Role.COMPETENT_DEPARTMENT, capacity=COMPETENT)
OVERSEER = by(Role.HANDLER, capacity=SUPERVISING)
REVIEWER = by(Role.COMPETENT_DEPARTMENT, capacity=REVIEWING)
AT_DEPARTMENT = (S.FORWARDED, S.SUPERVISED, S.IN_PROGRESS, S.REOPENED)
REVIEWABLE = (S.ANSWERED, S.RATED, S.CLOSED)
"""Where the thirty days to ask for a review may run: closing a matter does not take them away. Rule: DL-36, DL-37."""
LEADING_DEMANDS = (*AT_DEPARTMENT, S.OBJECTED)
"""Where a demand stands that others may be merged into: it has gone to a department."""

LABELS = {
    S.RECEIVED: ("已收到", "Received"),
    S.REGISTERED: ("已登记", "Registered"),
    S.CLASSIFIED: ("已分类", "Classified"),
    S.SPLIT_TO_REPORT: ("已转检举控告", "Split off as a report"),
    S.NOT_ACCEPTED: ("不予受理", "Not accepted"),
    S.FORWARDED: ("已转办", "Forwarded"),
    S.SUPERVISED: ("督办中", "Supervised"),
    S.MERGED: ("已合并办理", "Merged"),
    S.OBJECTED: ("职责异议", "Jurisdiction objected"),
    S.IN_PROGRESS: ("办理中", "In progress"),
    S.ANSWERED: ("已答复", "Answered"),
    S.RATED: ("已评价", "Rated"),
    S.REOPENED: ("重新办理", "Reopened"),
    S.REVIEWED: ("复查中", "Under review"),
    S.FINAL_REVIEWED: ("复核中", "Under final review"),
    S.CLOSED: ("已办结", "Closed"),
    A.REGISTER: ("登记", "Register"),
    A.CLASSIFY: ("分类", "Classify"),
    A.SPLIT_TO_REPORT: ("转检举控告", "Split off as a report"),
    A.DECLINE: ("不予受理", "Decline"),
    A.FORWARD: ("转办", "Forward"),
    A.SUPERVISE: ("督办", "Supervise"),
    A.MERGE: ("合并办理", "Merge"),
    A.UNMERGE: ("撤销合并", "Unmerge"),
    A.ANSWER_MERGED: ("答复合并件", "Answer a merged demand"),
    A.OBJECT_JURISDICTION: ("提出职责异议", "Object to jurisdiction"),
    A.RULE: ("裁定主责部门", "Rule who is competent"),
    A.SIGN_FOR: ("签收", "Sign for"),
    A.WORK_REMINDER: ("工作提醒", "Work reminder"),
    A.EXTEND: ("延期", "Extend"),
    A.ANSWER: ("答复", "Answer"),
    A.RATE: ("评价", "Rate"),
    A.OBJECT: ("提出异议", "Object"),
    A.REQUEST_REVIEW: ("申请复查", "Request a review"),
    A.REQUEST_FINAL_REVIEW: ("申请复核", "Request a final review"),
    A.ASSIGN_REVIEW: ("交复查、复核", "Assign the review"),
    A.BEGIN_HEARING: ("开始听证", "Begin a hearing"),
    A.END_HEARING: ("结束听证", "End the hearing"),
    A.ANSWER_REVIEW: ("出具复查、复核意见", "Answer the review"),
    A.CLOSE: ("办结", "Close"),
}

# fmt: off
DEMAND = Lifecycle(
    name="demand", title=("民生诉求", "Livelihood demand"), initial=S.RECEIVED,
    final=[S.SPLIT_TO_REPORT, S.NOT_ACCEPTED], labels=LABELS, rows=[
    Row("B1",  (S.RECEIVED,),                   A.REGISTER,             S.REGISTERED,      OFFICER,
        stops=("P-B1",), event="demand.registered"),
    Row("B2",  (S.REGISTERED,),                 A.CLASSIFY,             S.CLASSIFIED,      OFFICER,
        event="demand.classified", basis="PET Art 22"),
    Row("B2",  (S.REGISTERED, S.CLASSIFIED),    A.SPLIT_TO_REPORT,      S.SPLIT_TO_REPORT, OFFICER,
        stops=("DL-32", "DL-33"), event="demand.split", basis="PET Art 22"),
    Row("B2",  (S.CLASSIFIED,),                 A.DECLINE,              S.NOT_ACCEPTED,    OFFICER, ("S1",),
        needs=(tells_where_to_turn, final_review_stands, tells_the_same), documents=("不予受理告知书",),
        stops=("DL-32", "DL-33"), event="demand.declined", basis="PET Art 22, 36"),
    Row("B3",  (S.CLASSIFIED, S.OBJECTED, S.REOPENED), A.FORWARD,       S.FORWARDED,       OFFICER, ("S1",),
        needs=(department_is_known, receiver_is_competent, no_ruling_is_due, is_own_words), documents=("转办函", "摘编"),
        starts=("DL-34", "DL-35"), stops=("DL-32", "DL-33"), event="demand.forwarded", basis="PET Art 22-23"),
    Row("B4",  (S.CLASSIFIED, S.FORWARDED, S.IN_PROGRESS), A.SUPERVISE, S.SUPERVISED, OFFICER + OVERSEER, ("S2",),
        needs=(receiver_is_competent, is_own_words), documents=("督办函",), starts=("DL-34", "DL-35"),
        stops=("DL-32", "DL-33"),
        event="demand.supervised"),
    Row("R-A2", (S.CLASSIFIED,),                A.MERGE,                S.MERGED,          OFFICER, ("S1",),
        needs=(lead_is_open, leads_nobody), starts=("DL-35",), stops=("DL-32", "DL-33"), event="demand.merged"),
    Row("R-A2", (S.MERGED,),                    A.UNMERGE,              S.CLASSIFIED,      OFFICER, ("S1",),
        starts=("DL-32", "DL-33"), event="demand.unmerged"),
    Row("R-A2", (S.MERGED,),                    A.ANSWER_MERGED,        S.ANSWERED,        OFFICER, ("S1",),
        needs=(lead_has_answer, is_own_words), documents=("处理意见书",), starts=("P-B7", "DL-36w"), stops=("DL-35",),
        event="demand.answered", basis="PET Art 32"),
    Row("B5",  (S.FORWARDED, S.SUPERVISED),     A.OBJECT_JURISDICTION,  S.OBJECTED,        DEPARTMENT, ("S1",),
        needs=(no_ruling_binds, objection_is_in_time), documents=("职责异议书",), stops=("DL-34",),
        event="demand.jurisdiction_objected", basis="PET Art 23"),
    Row("B5",  (S.OBJECTED,),                   A.RULE,                 S.FORWARDED,       OFFICER, ("S2",),
        needs=(receiver_is_competent, ruling_is_due, is_own_words), documents=("裁定书", "摘编"), starts=("DL-35",),
        event="demand.ruled", basis="PET Art 23"),
    Row("B6",  (S.FORWARDED, S.SUPERVISED),     A.SIGN_FOR,             S.IN_PROGRESS,     DEPARTMENT,
        stops=("DL-34",), event="demand.signed_for"),
    Row("B6",  (S.FORWARDED,),             A.EXTEND,               S.FORWARDED,      DEPARTMENT, ("S1",),
        needs=(is_own_words,), documents=("延期告知书",), event="demand.extended", basis="PET Art 34"),
    Row("B6",  (S.SUPERVISED,),            A.EXTEND,               S.SUPERVISED,     DEPARTMENT, ("S1",),
        needs=(is_own_words,), documents=("延期告知书",), event="demand.extended", basis="PET Art 34"),
    Row("B6",  (S.IN_PROGRESS,),           A.EXTEND,               S.IN_PROGRESS,    DEPARTMENT, ("S1",),
        needs=(is_own_words,), documents=("延期告知书",), event="demand.extended", basis="PET Art 34"),
    Row("B6",  (S.REOPENED,),              A.EXTEND,               S.REOPENED,       DEPARTMENT, ("S1",),
        needs=(is_own_words,), documents=("延期告知书",), event="demand.extended", basis="PET Art 34"),
    Row("B6",  AT_DEPARTMENT,                    A.ANSWER,               S.ANSWERED,        DEPARTMENT, ("S1",),
        needs=(is_own_words,), documents=("处理意见书",), starts=("P-B7", "DL-36w", "DL-37w"),
        stops=("DL-34", "DL-35"),
        event="demand.answered", basis="PET Art 32, 34"),
    Row("B7",  (S.ANSWERED,),                   A.RATE,                 S.RATED,           (RECEIPT_HOLDER,),
        needs=(rating_is_in_time,), stops=("P-B7",), event="demand.rated"),
    Row("B7",  (S.ANSWERED, S.RATED),           A.OBJECT,               S.REOPENED,        (RECEIPT_HOLDER,),
        needs=(final_review_is_new,), starts=("DL-35",), stops=("P-B7", "DL-36w", "DL-37w"), event="demand.objected",
        basis="PET Art 36"),
    Row("B8",  REVIEWABLE,                      A.REQUEST_REVIEW,       S.REVIEWED,        (RECEIPT_HOLDER,),
        needs=(review_is_new, review_is_in_time), starts=("DL-36",), stops=("P-B7", "DL-36w"),
        event="demand.review_requested", basis="PET Art 35"),
    Row("B8",  REVIEWABLE,                      A.REQUEST_FINAL_REVIEW, S.FINAL_REVIEWED,  (RECEIPT_HOLDER,),
        needs=(review_was_had, final_review_is_new, review_is_in_time), starts=("DL-37",), stops=("P-B7", "DL-37w"),
        event="demand.final_review_requested", basis="PET Art 36"),
    Row("B8",  (S.REVIEWED,),                   A.ASSIGN_REVIEW,        S.REVIEWED,        OFFICER, ("S1",),
        needs=(reviewer_is_right, is_own_words), documents=("摘编",), event="demand.review_assigned", basis="PET Art 35"),
    Row("B8",  (S.FINAL_REVIEWED,),             A.ASSIGN_REVIEW,        S.FINAL_REVIEWED,  OFFICER, ("S1",),
        needs=(reviewer_is_right, is_own_words), documents=("摘编",), event="demand.review_assigned", basis="PET Art 36"),
    Row("B8",  (S.REVIEWED,),                   A.ANSWER_REVIEW,        S.ANSWERED,        REVIEWER, ("S1",),
        needs=(is_own_words,), documents=("复查意见书",), starts=("P-B7", "DL-37w"), stops=("DL-36",),
        event="demand.review_answered", basis="PET Art 35"),
    Row("B8",  (S.FINAL_REVIEWED,),             A.BEGIN_HEARING,        S.FINAL_REVIEWED,  REVIEWER,
        needs=(hearing_is_over,), event="demand.hearing_begun", basis="PET Art 36"),
    Row("B8",  (S.FINAL_REVIEWED,),             A.END_HEARING,          S.FINAL_REVIEWED,  REVIEWER,
        needs=(hearing_is_open,), event="demand.hearing_ended", basis="PET Art 36"),
    Row("B8",  (S.FINAL_REVIEWED,),             A.ANSWER_REVIEW,        S.ANSWERED,        REVIEWER, ("S1",),
        needs=(is_own_words, hearing_is_over), documents=("复核意见书",), starts=("P-B7",), stops=("DL-37",),
        event="demand.review_answered", basis="PET Art 36"),
    Row("B9",  (S.FORWARDED, S.SUPERVISED, S.IN_PROGRESS), A.WORK_REMINDER, S.SUPERVISED,  OFFICER, ("S2",),
        documents=("工作提醒函",), event="demand.work_reminded"),
    Row("B10", (S.ANSWERED, S.RATED),           A.CLOSE,                S.CLOSED,          OFFICER, ("S1",),
        needs=(is_answered,), stops=("P-B7",), event="demand.closed"),
])
# fmt: on
