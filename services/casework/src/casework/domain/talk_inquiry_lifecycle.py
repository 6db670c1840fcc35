"""The life of a talk or letter of inquiry (谈话函询), as one table.

Rule: 4.3 of the book of rules, T-1 to T-10.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum, auto

from shared.auth.roles import Role
from shared.lifecycle import Guard, Lifecycle, Row, by

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
    RECEIVE_EXPLANATION = auto()
    DRAFT_REPORT = auto()
    START_SECOND_ROUND = auto()
    DECIDE = auto()
    FILE = auto()


@dataclass(frozen=True, slots=True)
class TalkInquiryFacts:
    """What the guards of a talk's moves look at."""

    participants: int = SMALLEST_PARTY
    is_countersigned: bool = True
    has_report: bool = True


enough_take_part = Guard("two_participants_needed", lambda f: f.participants >= SMALLEST_PARTY)
is_countersigned = Guard("countersignature_missing", lambda f: f.is_countersigned)
report_is_written = Guard("report_missing", lambda f: f.has_report)

S, A = TalkInquiryState, TalkInquiryAction
OFFICE = by(Role.HANDLER, Role.OFFICE_HEAD)
HANDLER = by(Role.HANDLER)

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
    A.RECEIVE_EXPLANATION: ("收到书面说明", "Receive the explanation"),
    A.DRAFT_REPORT: ("起草情况报告", "Draft the report"),
    A.START_SECOND_ROUND: ("再次谈话函询", "Start a second round"),
    A.DECIDE: ("作出决定", "Decide"),
    A.FILE: ("存入廉政档案", "Put into the integrity file"),
}

# fmt: off
TALK_INQUIRY = Lifecycle(
    name="talk_inquiry", title=("谈话函询", "Talk and inquiry"), initial=S.PLANNED, final=[S.FILED],
    labels=LABELS, rows=[
    Row("T-1", (S.PLANNED,),                A.SUBMIT_PLAN,         S.APPROVED,             HANDLER, ("S2",),
        documents=("谈话函询方案", "应急预案"), event="talk_inquiry.approved", basis="ENF Art 27"),
    Row("T-4", (S.APPROVED,),               A.HOLD_TALK,           S.TALK_HELD,            OFFICE,
        needs=(enough_take_part,), documents=("谈话笔录",), starts=("DL-11",), basis="ENF Art 28; SL Art 44"),
    Row("T-5", (S.APPROVED,),               A.SEND_LETTER,         S.LETTER_SENT,          HANDLER,
        documents=("函询通知书",), starts=("DL-10",), event="talk_inquiry.letter_sent", basis="ENF Art 29"),
    Row("T-6", (S.LETTER_SENT,),            A.RECEIVE_EXPLANATION, S.EXPLANATION_RECEIVED, HANDLER,
        needs=(is_countersigned,), documents=("书面说明",), starts=("DL-11",), stops=("DL-10",),
        basis="ENF Art 29"),
    Row("T-7", (S.TALK_HELD, S.EXPLANATION_RECEIVED, S.REPORT_DRAFTED), A.DRAFT_REPORT, S.REPORT_DRAFTED,
        by=HANDLER, needs=(report_is_written,), documents=("谈话函询情况报告",), stops=("DL-11",),
        basis="ENF Art 30"),
    Row("T-7", (S.REPORT_DRAFTED,),         A.START_SECOND_ROUND,  S.APPROVED,             HANDLER, ("S2",),
        basis="ENF Art 30"),
    Row("T-7", (S.REPORT_DRAFTED,),         A.DECIDE,              S.DECIDED,              OFFICE, ("S2",),
        event="talk_inquiry.decided", basis="ENF Art 30"),
    Row("T-10", (S.DECIDED,),               A.FILE,                S.FILED,                HANDLER,
        documents=("廉政档案材料",), basis="ENF Art 30"),
])
# fmt: on
"""S3 signs in place of S2 when the subject heads a next-lower Party committee (T-2)."""
