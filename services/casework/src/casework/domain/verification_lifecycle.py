"""The life of a preliminary verification (初步核实), as one table.

Rule: 4.5 of the book of rules, V-1 to V-6.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum, auto

from casework.domain.clue_lifecycle import MEMBER
from casework.domain.verification import SMALLEST_TEAM
from shared.auth.roles import Role
from shared.lifecycle import Guard, Lifecycle, Row, by


class VerificationState(StrEnum):
    """Where a verification stands."""

    PLAN_DRAFTED = auto()
    APPROVED = auto()
    TEAM_FORMED = auto()
    VERIFYING = auto()
    REPORT_DRAFTED = auto()
    COLLECTIVE_REVIEW = auto()
    REPORTED = auto()
    DECIDED = auto()


class VerificationAction(StrEnum):
    """What can be done with a verification."""

    SUBMIT_PLAN = auto()
    FORM_TEAM = auto()
    CHANGE_TEAM = auto()
    BEGIN = auto()
    TAKE_MEASURE = auto()
    TAKE_CUSTODY = auto()
    SETTLE_CUSTODY = auto()
    EXTEND_DEADLINE = auto()
    DRAFT_REPORT = auto()
    SIGN_REPORT = auto()
    REVIEW_COLLECTIVELY = auto()
    RETURN_REPORT = auto()
    REPORT = auto()
    DECIDE = auto()


@dataclass(frozen=True, slots=True)
class VerificationFacts:
    """What the guards of a verification's moves look at. `conflicted` officers may have to keep away."""

    team_size: int = 0
    participants: int = SMALLEST_TEAM
    conflicted: int = 0
    unknown_officers: int = 0
    has_report: bool = False
    has_minutes: bool = True
    missing_signatures: int = 0
    is_member: bool = True
    has_signed: bool = False
    strangers: int = 0
    custody_is_approved: bool = True
    item_is_held: bool = True
    held_items: int = 0
    may_extend: bool = True


team_is_big_enough = Guard("team_too_small", lambda f: f.team_size >= SMALLEST_TEAM)
enough_take_part = Guard("two_participants_needed", lambda f: f.participants >= SMALLEST_TEAM)
officers_are_known = Guard("officer_unknown", lambda f: f.unknown_officers == 0)
nobody_is_conflicted = Guard("recusal_conflict", lambda f: f.conflicted == 0)
report_is_written = Guard("report_missing", lambda f: f.has_report)
has_minutes = Guard("minutes_missing", lambda f: f.has_minutes)
signer_is_member = Guard("not_a_member", lambda f: f.is_member)
are_members = Guard("participant_not_member", lambda f: f.strangers == 0)
custody_is_approved = Guard("custody_not_approved", lambda f: f.custody_is_approved)
item_is_held = Guard("item_not_held", lambda f: f.item_is_held)
custody_is_settled = Guard("custody_open", lambda f: f.held_items == 0)
may_extend = Guard("clock_not_extendable", lambda f: f.may_extend)
signs_once = Guard("report_already_signed", lambda f: not f.has_signed)
all_have_signed = Guard("report_not_signed_by_all", lambda f: f.missing_signatures == 0)

S, A = VerificationState, VerificationAction
OFFICE = by(Role.HANDLER, Role.OFFICE_HEAD, Role.CADRE_SUPERVISOR)
HANDLER = by(Role.HANDLER, Role.CADRE_SUPERVISOR)
HEAD = by(Role.OFFICE_HEAD)
MEMBERS = by(
    Role.HANDLER, Role.OFFICE_HEAD, Role.STATIONED_GROUP, Role.DISTRICT_COMMISSION, Role.TOWN_COMMISSION,
    Role.CASE_REVIEWER, Role.CADRE_SUPERVISOR, capacity=MEMBER,
)  # fmt: skip

LABELS = {
    S.PLAN_DRAFTED: ("方案拟定中", "Plan drafted"),
    S.APPROVED: ("方案已批准", "Plan approved"),
    S.TEAM_FORMED: ("核查组已组成", "Team formed"),
    S.VERIFYING: ("核实中", "Verifying"),
    S.REPORT_DRAFTED: ("报告已起草", "Report drafted"),
    S.COLLECTIVE_REVIEW: ("集体研究", "Collective review"),
    S.REPORTED: ("已呈报", "Reported"),
    S.DECIDED: ("已决定", "Decided"),
    A.SUBMIT_PLAN: ("报批工作方案", "Submit the plan"),
    A.FORM_TEAM: ("组成核查组", "Form the team"),
    A.CHANGE_TEAM: ("调整核查组", "Change the team"),
    A.BEGIN: ("开始核实", "Begin"),
    A.TAKE_MEASURE: ("采取措施", "Take a measure"),
    A.TAKE_CUSTODY: ("暂扣主动上交财物", "Take property into custody"),
    A.SETTLE_CUSTODY: ("处置暂扣财物", "Settle property in custody"),
    A.EXTEND_DEADLINE: ("延长核实期限", "Extend the deadline"),
    A.DRAFT_REPORT: ("起草核查报告", "Draft the report"),
    A.SIGN_REPORT: ("签署报告", "Sign the report"),
    A.REVIEW_COLLECTIVELY: ("集体研究", "Review collectively"),
    A.RETURN_REPORT: ("退回补充", "Return the report"),
    A.REPORT: ("呈报", "Report"),
    A.DECIDE: ("作出决定", "Decide"),
}
WITH_PROPERTY = (S.VERIFYING, S.REPORT_DRAFTED, S.COLLECTIVE_REVIEW, S.REPORTED)
UNDER_WAY = (S.APPROVED, S.TEAM_FORMED, S.VERIFYING, S.REPORT_DRAFTED, S.COLLECTIVE_REVIEW)
TEAM_GUARDS = (officers_are_known, team_is_big_enough, nobody_is_conflicted)

# fmt: off
VERIFICATION = Lifecycle(
    name="verification", title=("初步核实", "Preliminary verification"), initial=S.PLAN_DRAFTED,
    final=[S.DECIDED], labels=LABELS, rows=[
    Row("V-1", (S.PLAN_DRAFTED,),                A.SUBMIT_PLAN,         S.APPROVED,          HANDLER, ("S2",),
        documents=("核查工作方案",), starts=("DL-12",), event="verification.approved",
        basis="ENF Art 33; SL Art 41"),
    Row("V-1", (S.APPROVED, S.TEAM_FORMED),      A.FORM_TEAM,           S.TEAM_FORMED,       OFFICE,
        needs=TEAM_GUARDS, event="verification.team_formed", basis="ENF Art 33; SL Art 44"),
    Row("V-1", (S.TEAM_FORMED,),                 A.BEGIN,               S.VERIFYING,         OFFICE,
        needs=(team_is_big_enough,), basis="ENF Art 33"),
    *(Row("V-1", (state,), A.CHANGE_TEAM, state, HEAD, needs=TEAM_GUARDS, event="verification.team_formed",
          basis="ENF Art 33") for state in (S.VERIFYING, S.REPORT_DRAFTED)),
    Row("V-3", (S.VERIFYING,),                   A.TAKE_MEASURE,        S.VERIFYING,         HANDLER, ("S2",),
        needs=(enough_take_part, are_members), documents=("措施审批表",), basis="ENF Art 34; SL Art 44"),
    Row("V-3", (S.VERIFYING,),                   A.TAKE_CUSTODY,        S.VERIFYING,         HANDLER,
        needs=(custody_is_approved, enough_take_part, are_members), documents=("暂扣财物清单",), basis="ENF Art 34"),
    *(Row("V-3", (state,), A.SETTLE_CUSTODY, state, HANDLER, ("S2",), needs=(item_is_held,),
          documents=("财物处置清单",), basis="ENF Art 34") for state in WITH_PROPERTY),
    *(Row("V-6", (state,), A.EXTEND_DEADLINE, state, OFFICE, ("S3",), needs=(may_extend,),
          documents=("延期审批表",), basis="CASE94 Art 15") for state in UNDER_WAY),
    Row("V-4", (S.VERIFYING, S.REPORT_DRAFTED),  A.DRAFT_REPORT,        S.REPORT_DRAFTED,    HANDLER,
        needs=(report_is_written,), documents=("初步核实情况报告",), basis="ENF Art 35"),
    Row("V-4", (S.REPORT_DRAFTED,),              A.SIGN_REPORT,         S.REPORT_DRAFTED,    MEMBERS,
        needs=(signer_is_member, signs_once), basis="ENF Art 35"),
    Row("V-5", (S.REPORT_DRAFTED,),              A.REVIEW_COLLECTIVELY, S.COLLECTIVE_REVIEW, OFFICE,
        needs=(team_is_big_enough, all_have_signed, has_minutes), documents=("集体研究记录",), basis="ENF Art 35"),
    Row("V-5", (S.COLLECTIVE_REVIEW, S.REPORTED), A.RETURN_REPORT,      S.VERIFYING,         OFFICE,
        basis="ENF Art 35"),
    Row("V-5", (S.COLLECTIVE_REVIEW,),           A.REPORT,              S.REPORTED,          OFFICE,
        stops=("DL-12",), event="verification.reported", basis="ENF Art 35; SL Art 41"),
    Row("V-5", (S.REPORTED,),                    A.DECIDE,              S.DECIDED,           OFFICE, ("S3",),
        needs=(custody_is_settled,), event="verification.decided", basis="ENF Art 35; SL Art 41"),
])
# fmt: on
"""S5 signs plan and decision too when the subject heads a next-lower Party committee (V-2).

Who had to leave the team because of a recusal is replaced before the report goes on: two at least stand for it (SoD-6).
"""
