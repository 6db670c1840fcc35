"""The life of a case (案件), from the approved proposal to its closing, as one table.

Rule: chapter 5 of the book of rules, D1 to D4 and D8 to D21. D5 to D7, coercive measures, are not kept here.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from casework.domain import case_guards as g
from casework.domain.case_words import APPEAL, AUTHORITY, LABELS, REVIEW, CaseAction, CaseState
from casework.domain.clue_lifecycle import MEMBER
from shared.auth.roles import Role
from shared.lifecycle import SYSTEM, Lifecycle, Party, Row, by

S, A = CaseState, CaseAction
HANDLER = by(Role.HANDLER, Role.CADRE_SUPERVISOR)
"""Who investigates; of what is about own staff, their supervisors, who hold it. Rule: SoD-5."""
HEAD = by(Role.OFFICE_HEAD)
OFFICE = by(Role.HANDLER, Role.OFFICE_HEAD, Role.CADRE_SUPERVISOR)
TEAM = by(
    Role.HANDLER, Role.OFFICE_HEAD, Role.STATIONED_GROUP, Role.DISTRICT_COMMISSION, Role.TOWN_COMMISSION,
    Role.CADRE_SUPERVISOR, capacity=MEMBER,
)  # fmt: skip
REVIEWERS = by(Role.CASE_REVIEWER, capacity=REVIEW)
DECIDERS = (*REVIEWERS, *by(Role.CASE_REVIEWER, Role.HANDLER, capacity=AUTHORITY))
BOTH_OFFICES = (*OFFICE, *REVIEWERS)
KEEPERS = (*by(Role.CASE_MANAGER, capacity="ledger"), *REVIEWERS, *TEAM)

UNDER_INVESTIGATION = (S.INVESTIGATING, S.FACTS_MET_WITH_SUBJECT)
UNDER_REVIEW = (S.TO_REVIEW, S.REVIEW_ACCEPTED, S.REVIEWING)
RETURNED = (S.RETURNED_REINVESTIGATE, S.RETURNED_SUPPLEMENT)
AFTER_DECISION = (S.DECIDED, S.SERVED, S.EXECUTING, S.APPEALED)
BEFORE_DECISION = (
    S.FILED, S.PLAN_APPROVED, *UNDER_INVESTIGATION, S.REPORT_DONE, *UNDER_REVIEW, *RETURNED, S.REVIEW_DONE,
)  # fmt: skip
"""Between filing and decision: here the restrictions on the subject hold. Rule: SANC Art 52."""
TO_WITHDRAW = (
    S.FILED, S.PLAN_APPROVED, *UNDER_INVESTIGATION, S.REPORT_DONE, *RETURNED, S.REVIEW_DONE,
)  # fmt: skip
WRITING = (*UNDER_INVESTIGATION, S.REPORT_DONE, S.RETURNED_SUPPLEMENT, S.REVIEW_DONE, *AFTER_DECISION,
           S.TRANSFERRED_TO_PROCURATORATE)  # fmt: skip
SETTLED = (S.REVIEW_DONE, *AFTER_DECISION, S.TRANSFERRED_TO_PROCURATORATE, S.CLOSED)
TEAM_FITS = (g.officers_are_known, g.team_is_big_enough, g.nobody_is_conflicted)


def staying(
    rule: str, states: Iterable[CaseState], action: CaseAction, who: tuple[Party, ...], **more: Any
) -> list[Row]:
    """Return one row for each state that an action leaves as it is."""
    return [Row(rule, (state,), action, state, who, **more) for state in states]


# fmt: off
FILING = [
    Row("D2", (S.FILING_PROPOSED,),            A.FILE,                S.FILED,                  HANDLER,
        needs=(g.has_subjects, g.track_fits), documents=("立案决定书",), starts=("DL-13", "DL-14"),
        event="case.filed", basis="ENF Art 38; SL Art 42"),
    *staying("D3", (S.FILED, S.PLAN_APPROVED, S.INVESTIGATING), A.ANNOUNCE_FILING, HANDLER, signs=("S3",),
        documents=("立案通知书",), basis="ENF Art 38; SL Art 42"),
    *staying("5", BEFORE_DECISION, A.PERMIT_EXCEPTION, OFFICE, signs=("S3",),
        needs=(g.subjects_are_known, g.reason_is_given), basis="SANC Art 52"),
    Row("D4", (S.FILED,),                      A.APPROVE_PLAN,        S.PLAN_APPROVED,          HANDLER, ("S3",),
        needs=(g.has_minutes,), documents=("审查调查方案", "专题会议记录"), basis="SL Art 42; ENF Art 39"),
    Row("D4", (S.PLAN_APPROVED,),              A.BEGIN_INVESTIGATION, S.INVESTIGATING,          OFFICE,
        needs=TEAM_FITS, event="case.investigation_begun", basis="SL Art 42; SoD-6"),
    *staying("D4", UNDER_INVESTIGATION, A.CHANGE_TEAM, HEAD, needs=TEAM_FITS,
        event="case.investigation_begun", basis="ENF Art 40"),
]
INVESTIGATION = [
    Row("D8", (S.INVESTIGATING,),              A.SHOW_FACTS,          S.FACTS_MET_WITH_SUBJECT, HANDLER, ("S1",),
        needs=(g.filing_is_announced, g.text_is_written, g.enough_take_part, g.subjects_are_known,
               g.nobody_is_left_out, g.signed_or_noted),
        documents=("违纪违法事实材料",), basis="ENF Art 51; SANC Art 43"),
    *staying("D9", WRITING, A.WRITE_REPORT, HANDLER, needs=(g.text_is_written, g.report_is_open),
        documents=("一案三报告",), basis="ENF Art 52"),
    *staying("D9", WRITING, A.WAIVE_REPORT, HANDLER, signs=("S2",), needs=(g.reason_is_given,)),
    Row("D9", (S.FACTS_MET_WITH_SUBJECT,),     A.COMPLETE_REPORT,     S.REPORT_DONE,            TEAM,
        needs=(g.actor_is_leader, g.team_is_big_enough, g.has_minutes, g.investigation_is_reported),
        documents=("审查调查报告", "集体研究记录"), stops=("DL-13",), basis="ENF Art 52"),
    Row("D10", (S.REPORT_DONE,),               A.SUBMIT_TO_REVIEW,    S.TO_REVIEW,              HANDLER, ("S2",),
        needs=(g.file_is_complete, g.review_office_exists), documents=("移送审理函", "全案卷宗"),
        event="case.submitted_to_review", basis="ENF Art 55(1)"),
    *staying("D11", UNDER_INVESTIGATION, A.INVOLVE_REVIEW, HANDLER, signs=("S2",),
        needs=(g.reason_is_given, g.review_office_exists), basis="ENF Art 55(2)"),
]
REVIEWING = [
    Row("D10", (S.TO_REVIEW,),                 A.ACCEPT_REVIEW,       S.REVIEW_ACCEPTED,        REVIEWERS,
        needs=(g.actor_is_apart,), starts=("DL-22",), basis="ENF Art 55(1)"),
    Row("D10", (S.TO_REVIEW,),                 A.REFUSE_REVIEW,       S.REPORT_DONE,            REVIEWERS,
        needs=(g.actor_is_apart, g.reason_is_given), basis="ENF Art 55(1)"),
    Row("D12", (S.REVIEW_ACCEPTED,),           A.BEGIN_REVIEW,        S.REVIEWING,              REVIEWERS,
        needs=(g.actor_is_apart, *TEAM_FITS, g.nobody_handled_it), basis="ENF Arts 54-55"),
    Row("D12", (S.REVIEWING,),                 A.CHANGE_REVIEW_GROUP, S.REVIEWING,              REVIEWERS,
        needs=(g.actor_is_apart, *TEAM_FITS, g.nobody_handled_it), basis="ENF Arts 54-55"),
    Row("D12", (S.REVIEWING,),                 A.TALK_WITH_SUBJECT,   S.REVIEWING,              REVIEWERS,
        needs=(g.actor_is_reviewer, g.enough_take_part, g.subjects_are_known), documents=("审理谈话笔录",),
        basis="ENF Art 55; SL Art 44"),
    Row("D12", (S.REVIEWING,),                 A.DISCUSS_REVIEW,      S.REVIEWING,              REVIEWERS,
        needs=(g.actor_is_reviewer, g.has_minutes), documents=("集体审议记录",), basis="ENF Art 55"),
    Row("D12", (S.REVIEWING,),                 A.FINISH_REVIEW,       S.REVIEW_DONE,            REVIEWERS,
        needs=(g.actor_is_reviewer, g.team_is_big_enough, g.subject_was_talked_with, g.review_was_discussed,
               g.text_is_written),
        documents=("审理报告",), stops=("DL-22",), basis="ENF Art 55; SL Art 51"),
    Row("D13", (S.REVIEWING,),                 A.RETURN_REINVESTIGATE, S.RETURNED_REINVESTIGATE, REVIEWERS, ("S3",),
        needs=(g.actor_is_reviewer, g.reason_is_given), stops=("DL-22",), event="case.returned",
        basis="ENF Art 55(5)"),
    Row("D13", (S.REVIEWING,),                 A.RETURN_SUPPLEMENT,   S.RETURNED_SUPPLEMENT,    REVIEWERS, ("S2",),
        needs=(g.actor_is_reviewer, g.reason_is_given), stops=("DL-22",), event="case.returned",
        basis="ENF Art 55(5)"),
    Row("D13", (S.RETURNED_REINVESTIGATE,),    A.REINVESTIGATE,       S.INVESTIGATING,          HANDLER,
        basis="ENF Art 55(5)"),
    Row("D13", (S.RETURNED_SUPPLEMENT,),       A.SUPPLEMENT,          S.REPORT_DONE,            HANDLER,
        needs=(g.text_is_written,), documents=("补充证据材料",), basis="ENF Art 55(5)"),
]
DECISION = [
    Row("E6", (S.FILED, S.PLAN_APPROVED, *UNDER_INVESTIGATION), A.DESIGNATE, S.FILED,           (SYSTEM,),
        needs=(g.office_is_competent,), documents=("管辖移交单",), event="case.designated", basis="SL Arts 16-17"),
    *staying("D20", (S.INVESTIGATING, S.REPORT_DONE, S.REVIEW_DONE), A.DESIGNATE_AUTHORITY, OFFICE, signs=("S3",),
        documents=("指定管辖决定书",), basis="SANC Art 51; SL Arts 16-17"),
    *staying("D14", (S.REVIEW_DONE,), A.RECORD_OPINION, REVIEWERS, needs=(g.reason_is_given,),
        documents=("征求意见复函",), basis="ENF Art 56"),
    Row("D14", (S.REVIEW_DONE,),               A.DECIDE,              S.DECIDED,                DECIDERS, ("S3", "S4"),
        needs=(g.actor_is_apart, g.decides_here, g.subjects_are_known, g.nobody_is_left_out,
               g.opinions_are_heard),
        documents=("处分决定书",), starts=("DL-23", "DL-24", "DL-30"), stops=("DL-14",), event="case.decided",
        basis="ENF Arts 55-56; SANC Arts 44-46"),
    Row("D16", (S.DECIDED,),                   A.SERVE,               S.SERVED,                 BOTH_OFFICES,
        documents=("送达回证",), starts=("DL-25w", "DL-29w"), event="case.served", basis="SANC Arts 45-46"),
    *staying("D16", (S.DECIDED, S.SERVED, S.EXECUTING, S.APPEALED, S.TRANSFERRED_TO_PROCURATORATE),
        A.ANNOUNCE_DECISION, BOTH_OFFICES, documents=("宣布记录",), stops=("DL-23",), basis="ENF Art 56"),
    Row("D17", (S.SERVED,),                    A.BEGIN_EXECUTION,     S.EXECUTING,              OFFICE,
        basis="SANC Arts 25, 54"),
    *staying("D17", (S.EXECUTING, S.APPEALED, S.TRANSFERRED_TO_PROCURATORATE), A.REPORT_EXECUTION, OFFICE,
        needs=(g.subjects_are_known, g.recovered_within_decision), documents=("执行情况报告",),
        stops=("DL-24", "DL-30"), basis="SANC Arts 25, 54"),
    Row("D19", (S.REVIEW_DONE, S.DECIDED, S.SERVED, S.EXECUTING), A.TRANSFER_TO_PROCURATORATE,
        S.TRANSFERRED_TO_PROCURATORATE, BOTH_OFFICES, ("S3", "S4"), needs=(g.subjects_are_known,),
        documents=("起诉意见书", "案卷、证据和涉案财物清单"), stops=("DL-14",), event="case.transferred",
        basis="SL Art 52"),
]
ENDING = [
    Row("D18", TO_WITHDRAW,                    A.WITHDRAW,            S.WITHDRAWN,              OFFICE,       ("S3",),
        needs=(g.reason_is_given,), documents=("撤销案件决定书",), event="case.withdrawn",
        basis="SL Art 52; SANC Art 44"),
    Row("D17", (S.EXECUTING, S.TRANSFERRED_TO_PROCURATORATE), A.CLOSE, S.CLOSED,                HANDLER,
        needs=(g.reports_exist, g.execution_is_reported, g.clocks_are_settled), documents=("结案报告",),
        event="case.closed", basis="ENF Art 52; SANC Art 54"),
    Row("5", (S.SERVED, S.EXECUTING, S.TRANSFERRED_TO_PROCURATORATE, S.CLOSED, S.APPEALED), A.LODGE_APPEAL,
        S.APPEALED, BOTH_OFFICES,
        needs=(g.subjects_are_known, g.appeal_fits, g.appeal_is_new, g.appeal_in_time, g.office_is_competent),
        event="case.appealed", basis="SL Art 56; ENF Art 59; ACC Art 20"),
    Row("5", (S.APPEALED,),                    A.END_APPEAL,          S.EXECUTING,              (SYSTEM,),
        event="case.appeal_ended", basis="SANC Art 56"),
    *staying("5", (*BEFORE_DECISION, *AFTER_DECISION), A.LODGE_COMPLAINT, OFFICE,
        needs=(g.subjects_are_known, g.appeal_fits, g.appeal_is_new, g.appeal_in_time, g.office_is_competent),
        basis="SL Art 69"),
    *staying("D21", (S.REPORT_DONE, *UNDER_REVIEW, *SETTLED), A.RECORD_QUALITY, KEEPERS,
        needs=(g.quality_is_new, g.actor_is_apart), documents=("案件质量评查表",), event="case.quality_recorded"),
    *staying("J-4", (S.REPORT_DONE, *SETTLED), A.DRAFT_RECOMMENDATION, OFFICE,
        event="case.recommendation_drafted", basis="SL Art 52(1)(5); ENF Art 19"),
    *staying("1.3", (*BEFORE_DECISION, *AFTER_DECISION), A.EXTEND_DEADLINE, BOTH_OFFICES,
        needs=(g.deadline_extends, g.reason_is_given), basis="ENF Art 55; SR21 Art 185; SANC Art 54"),
]

CASE = Lifecycle(
    name="case", title=("案件", "Case"), initial=S.FILING_PROPOSED, final=[S.WITHDRAWN], labels=LABELS,
    rows=[*FILING, *INVESTIGATION, *REVIEWING, *DECISION, *ENDING],
)
# fmt: on
"""D1 is the clue's own move: its two signatures bring the case into the world. A closed case is not final,
because an appeal may come, and does not stop what is being carried out (SANC Art 56). D15 and the Party
committee's S5 are added to D14 where a subject needs them; an extension is signed at the level its rule names.
E6 is decided in a joint task, whose signatures move the case while it is investigated; the receiver plans anew.
"""

__all__ = ["APPEAL", "AUTHORITY", "CASE", "REVIEW", "CaseAction", "CaseState"]
