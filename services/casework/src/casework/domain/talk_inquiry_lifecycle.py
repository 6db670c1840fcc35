"""The life of a talk or letter of inquiry (谈话函询), as one table.

Rule: 4.3 of the book of rules, T-1 to T-10.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum, auto

from shared.auth.roles import Role
from shared.lifecycle import SYSTEM, Guard, Lifecycle, Row, by

SMALLEST_PARTY = 2


class TalkInquiryState(StrEnum):
    """Where a talk or inquiry stands."""

    PLANNED = auto()
    APPROVED = auto()
    TALK_HELD = auto()
    LETTER_SENT = auto()
    EXPLANATION_RECEIVED = auto()
    REPORT_DRAFTED = auto()
    DECIDED = auto()
    FILED = auto()


class TalkInquiryAction(StrEnum):
    """What can be done with a talk or inquiry."""

    SUBMIT_PLAN = auto()
    HOLD_TALK = auto()
    SEND_LETTER = auto()
    RECORD_DELIVERY = auto()
    RECEIVE_EXPLANATION = auto()
    DRAFT_REPORT = auto()
    START_SECOND_ROUND = auto()
    DECIDE = auto()
    CHECK_SAMPLE = auto()
    REOPEN = auto()
    FILE = auto()
    RECORD_MEETING = auto()


@dataclass(frozen=True, slots=True)
class TalkInquiryFacts:
    """What the guards of a talk's moves look at."""

    participants: int = SMALLEST_PARTY
    is_countersigned: bool = True
    has_report: bool = True
    has_plan: bool = True
    has_emergency_plan: bool = True
    form_is_approved: bool = True
    talker_is_approved: bool = True
    place_is_safe: bool = True
    has_transcript: bool = True
    unknown_officers: int = 0
    conflicted: int = 0
    has_letter: bool = True
    has_copies: bool = True
    is_undelivered: bool = True
    has_reason: bool = True
    has_measure: bool = True
    has_reply: bool = True
    sample_is_due: bool = True
    checker_is_another: bool = True


enough_take_part = Guard("two_participants_needed", lambda f: f.participants >= SMALLEST_PARTY)
is_countersigned = Guard("countersignature_missing", lambda f: f.is_countersigned)
report_is_written = Guard("report_missing", lambda f: f.has_report)
plan_is_written = Guard("plan_missing", lambda f: f.has_plan)
emergencies_are_planned = Guard("emergency_plan_missing", lambda f: f.has_emergency_plan)
form_is_approved = Guard("form_not_approved", lambda f: f.form_is_approved)
talker_is_approved = Guard("talker_not_approved", lambda f: f.talker_is_approved)
place_is_safe = Guard("place_not_safe", lambda f: f.place_is_safe)
is_written_down = Guard("transcript_missing", lambda f: f.has_transcript)
officers_are_known = Guard("officer_unknown", lambda f: f.unknown_officers == 0)
nobody_is_conflicted = Guard("recusal_conflict", lambda f: f.conflicted == 0)
letter_is_written = Guard("letter_missing", lambda f: f.has_letter)
organisation_gets_a_copy = Guard("copy_missing", lambda f: f.has_copies)
is_undelivered = Guard("letter_delivered_already", lambda f: f.is_undelivered)
reason_is_given = Guard("reason_missing", lambda f: f.has_reason)
measure_is_named = Guard("measure_missing", lambda f: f.has_measure)
subject_is_answered = Guard("reply_missing", lambda f: f.has_reply)
sample_is_due = Guard("sample_check_not_due", lambda f: f.sample_is_due)
sample_is_checked = Guard("sample_check_open", lambda f: not f.sample_is_due)
checker_is_another = Guard("own_work", lambda f: f.checker_is_another)

S, A = TalkInquiryState, TalkInquiryAction
OFFICE = by(Role.HANDLER, Role.OFFICE_HEAD, Role.CADRE_SUPERVISOR)
HANDLER = by(Role.HANDLER, Role.CADRE_SUPERVISOR)
HEAD = by(Role.OFFICE_HEAD)
TALKING = (
    form_is_approved, enough_take_part, officers_are_known, nobody_is_conflicted, talker_is_approved, place_is_safe,
    is_written_down,
)  # fmt: skip

LABELS = {
    S.PLANNED: ("方案拟定中", "Planned"),
    S.APPROVED: ("已批准", "Approved"),
    S.TALK_HELD: ("已谈话", "Talk held"),
    S.LETTER_SENT: ("已发函", "Letter sent"),
    S.EXPLANATION_RECEIVED: ("已收到说明", "Explanation received"),
    S.REPORT_DRAFTED: ("报告已起草", "Report drafted"),
    S.DECIDED: ("已决定", "Decided"),
    S.FILED: ("已存档", "Filed"),
    A.SUBMIT_PLAN: ("报批谈话函询方案", "Submit the plan"),
    A.HOLD_TALK: ("谈话", "Hold the talk"),
    A.SEND_LETTER: ("发函", "Send the letter"),
    A.RECORD_DELIVERY: ("登记送达", "Record the delivery"),
    A.RECEIVE_EXPLANATION: ("收到书面说明", "Receive the explanation"),
    A.DRAFT_REPORT: ("起草情况报告", "Draft the report"),
    A.START_SECOND_ROUND: ("再次谈话函询", "Start a second round"),
    A.DECIDE: ("作出决定", "Decide"),
    A.CHECK_SAMPLE: ("抽查核实", "Check the sample"),
    A.REOPEN: ("重新办理", "Reopen"),
    A.RECORD_MEETING: ("登记会上说明", "Record the explanation at the meeting"),
    A.FILE: ("存入廉政档案", "Put into the integrity file"),
}

# fmt: off
TALK_INQUIRY = Lifecycle(
    name="talk_inquiry", title=("谈话函询", "Talk and inquiry"), initial=S.PLANNED, final=[],
    labels=LABELS, rows=[
    Row("T-1", (S.PLANNED,),                A.SUBMIT_PLAN,         S.APPROVED,             HANDLER, ("S2",),
        needs=(plan_is_written, emergencies_are_planned), documents=("谈话函询方案", "应急预案"),
        event="talk_inquiry.approved", basis="ENF Art 27"),
    Row("T-4", (S.APPROVED,),               A.HOLD_TALK,           S.TALK_HELD,            OFFICE,
        needs=TALKING, documents=("谈话笔录",), starts=("DL-11",), basis="ENF Art 28; SL Art 44"),
    Row("T-5", (S.APPROVED,),               A.SEND_LETTER,         S.LETTER_SENT,          HANDLER,
        needs=(form_is_approved, letter_is_written, organisation_gets_a_copy), documents=("函询通知书",),
        starts=("DL-10",), event="talk_inquiry.letter_sent", basis="ENF Art 29"),
    Row("T-6", (S.LETTER_SENT,),            A.RECORD_DELIVERY,     S.LETTER_SENT,          HANDLER,
        needs=(is_undelivered,), documents=("送达回证",), starts=("DL-10",), basis="ENF Art 29; SR21 Art 174"),
    Row("T-6", (S.LETTER_SENT,),            A.RECEIVE_EXPLANATION, S.EXPLANATION_RECEIVED, HANDLER,
        needs=(is_countersigned,), documents=("书面说明",), starts=("DL-11",), stops=("DL-10",),
        basis="ENF Art 29"),
    Row("T-7", (S.TALK_HELD, S.EXPLANATION_RECEIVED, S.REPORT_DRAFTED), A.DRAFT_REPORT, S.REPORT_DRAFTED,
        by=HANDLER, needs=(report_is_written,), documents=("谈话函询情况报告",), stops=("DL-11",),
        basis="ENF Art 30"),
    Row("T-7", (S.REPORT_DRAFTED,),         A.START_SECOND_ROUND,  S.APPROVED,             HANDLER, ("S2",),
        needs=(reason_is_given,), basis="ENF Art 30"),
    Row("T-7", (S.REPORT_DRAFTED,),         A.DECIDE,              S.DECIDED,              OFFICE, ("S2",),
        needs=(measure_is_named, subject_is_answered), event="talk_inquiry.decided", basis="ENF Art 30"),
    Row("T-8", (S.DECIDED,),                A.CHECK_SAMPLE,        S.DECIDED,              HEAD,
        needs=(sample_is_due, checker_is_another), documents=("抽查核实记录",), basis="ENF Art 30"),
    Row("T-8", (S.DECIDED,),                A.REOPEN,              S.REPORT_DRAFTED,       (SYSTEM,),
        event="talk_inquiry.reopened", basis="ENF Art 30"),
    Row("T-9", (S.DECIDED,),                A.RECORD_MEETING,      S.DECIDED,              HANDLER, basis="ENF Art 31"),
    Row("T-10", (S.DECIDED,),               A.FILE,                S.FILED,                HANDLER,
        needs=(sample_is_checked,), documents=("廉政档案材料",), event="talk_inquiry.filed", basis="ENF Art 30"),
    Row("T-9", (S.FILED,),                  A.RECORD_MEETING,      S.FILED,                HANDLER, basis="ENF Art 31"),
])
# fmt: on
"""S3 signs in place of S2 when the subject heads a next-lower Party committee (T-2). The meeting at which the subject
explains the matter may be next year's, so a talk that is on file still takes that one record (T-9)."""
