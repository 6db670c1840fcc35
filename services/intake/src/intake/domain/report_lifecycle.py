"""The life of a report (检举控告件), as one table.

Rule: chapter 2 of the book of rules, A1 to A17.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum, auto

from intake.domain.quotation import is_own_words
from shared.auth.roles import Role
from shared.lifecycle import SYSTEM, Guard, Lifecycle, Row, by

HANDLING = "handling"
"""Capacity of the office a report was transferred to."""
ASSIGNED = "assigned"
"""Capacity of the organ a report was assigned down to."""
SENDER = "sender"
"""Capacity of the organ that passed a report on to another one here: it may follow where the report stands."""


class ReportState(StrEnum):
    """Where a report stands."""

    RECEIVED = auto()
    REGISTERED = auto()
    SCREENED = auto()
    NOT_ACCEPTED = auto()
    REFERRED_UP = auto()
    REFERRED_DOWN = auto()
    REFERRED_OUT = auto()
    ASSIGNED_DOWN = auto()
    URGED = auto()
    RESULT_REPORTED = auto()
    RETAINED_DUPLICATE = auto()
    MERGED = auto()
    ACCEPTED = auto()
    TRANSFERRED = auto()
    RETURNED = auto()
    IN_DISPOSAL = auto()
    CONCLUDED = auto()
    FEEDBACK_GIVEN = auto()
    ARCHIVED = auto()


class ReportAction(StrEnum):
    """What can be done with a report."""

    REGISTER = auto()
    TRY_CONTACT = auto()
    VERIFY_NAME = auto()
    SCREEN = auto()
    DECLINE = auto()
    REFER_UP = auto()
    REFER_DOWN = auto()
    REFER_OUT = auto()
    ASSIGN_DOWN = auto()
    URGE = auto()
    EXTEND = auto()
    REPORT_RESULT = auto()
    RETAIN_DUPLICATE = auto()
    MERGE = auto()
    UNMERGE = auto()
    REJOIN = auto()
    ACCEPT = auto()
    TRANSFER = auto()
    RETURN = auto()
    SPLIT_TO_DEMAND = auto()
    SETTLE = auto()
    START_DISPOSAL = auto()
    CONCLUDE = auto()
    FEED_BACK = auto()
    GIVE_FEEDBACK = auto()
    REOPEN = auto()
    REASSESS = auto()
    DISMISS_EVIDENCE = auto()
    ARCHIVE = auto()


@dataclass(frozen=True, slots=True)
class ReportFacts:
    """What the guards of a report's moves look at."""

    is_named: bool
    name_is_pending: bool
    has_open_clocks: bool
    has_new_evidence: bool
    is_superiors: bool = False
    was_passed_here: bool = True
    waits_for_receiver: bool = False
    owes_feedback: bool = False
    suits_own_staff: bool = True
    tells_where_to_turn: bool = True
    is_quoted: bool = False
    lead_is_open: bool = True
    leads_others: bool = False
    is_merged: bool = False
    is_split: bool = False
    makes_clue: bool = True


is_named = Guard("reporter_is_anonymous", lambda f: f.is_named)
name_was_checked = Guard("name_not_verified_yet", lambda f: not f.name_is_pending)
clocks_are_settled = Guard("deadline_still_open", lambda f: not f.has_open_clocks)
lead_is_open = Guard("lead_not_open", lambda f: f.lead_is_open)
leads_nobody = Guard("others_are_merged", lambda f: not f.leads_others)
stands_alone = Guard("lead_is_reopened_instead", lambda f: not f.is_merged)
evidence_is_new = Guard("new_evidence_missing", lambda f: f.has_new_evidence)
not_superiors = Guard("belongs_to_superior", lambda f: not f.is_superiors)
was_passed_here = Guard("not_passed_here", lambda f: f.was_passed_here)
receiver_has_it = Guard("receiver_has_not_registered", lambda f: not f.waits_for_receiver)
is_whole = Guard("already_split", lambda f: not f.is_split)
makes_no_clue = Guard("clue_comes_first", lambda f: not f.makes_clue)
evidence_is_decided = Guard("new_evidence_undecided", lambda f: not f.has_new_evidence)
reporter_was_told = Guard("feedback_comes_first", lambda f: not f.owes_feedback)
tells_where_to_turn = Guard("competent_body_missing", lambda f: f.tells_where_to_turn)
suits_own_staff = Guard("own_staff_goes_to_cadre_supervision", lambda f: f.suits_own_staff)

S, A = ReportState, ReportAction
OFFICER = by(Role.PETITION_OFFICER)
HANDLER = by(Role.HANDLER, Role.CADRE_SUPERVISOR, capacity=HANDLING)
SETTLER = by(Role.HANDLER, Role.CADRE_SUPERVISOR, Role.CASE_REVIEWER, capacity=HANDLING)
RECEIVING_ORGAN = by(Role.PETITION_OFFICER, Role.DISTRICT_COMMISSION, Role.TOWN_COMMISSION, capacity=ASSIGNED)
PASSED_ON = (S.REFERRED_UP, S.REFERRED_DOWN)
OPEN_ENDS = (S.REFERRED_UP, S.REFERRED_DOWN, S.REFERRED_OUT, S.RETAINED_DUPLICATE)
"""Where a report ends here with nothing decided: nobody decides on new evidence either, which bars no archive."""
LEADING_REPORTS = (S.ACCEPTED, S.TRANSFERRED, S.IN_DISPOSAL, S.ASSIGNED_DOWN, S.URGED, S.RESULT_REPORTED)
"""Where a report stands that others may be merged into: it was accepted, and so are they by that."""
DECIDED = (S.CONCLUDED, S.FEEDBACK_GIVEN, S.NOT_ACCEPTED)
"""Where new evidence asks whether to begin anew."""

LABELS = {
    S.RECEIVED: ("已收到", "Received"),
    S.REGISTERED: ("已登记", "Registered"),
    S.SCREENED: ("已甄别", "Screened"),
    S.NOT_ACCEPTED: ("不予受理", "Not accepted"),
    S.REFERRED_UP: ("已上送", "Referred up"),
    S.REFERRED_DOWN: ("已转下级", "Referred down"),
    S.REFERRED_OUT: ("已转有关机关", "Referred to another organ"),
    S.ASSIGNED_DOWN: ("已交办", "Assigned down"),
    S.URGED: ("已督办", "Urged"),
    S.RESULT_REPORTED: ("已报结果", "Result reported"),
    S.RETAINED_DUPLICATE: ("重复件留存", "Retained duplicate"),
    S.MERGED: ("已合并办理", "Merged"),
    S.ACCEPTED: ("已受理", "Accepted"),
    S.TRANSFERRED: ("已移送", "Transferred"),
    S.RETURNED: ("已退回", "Returned"),
    S.IN_DISPOSAL: ("处置中", "In disposal"),
    S.CONCLUDED: ("已办结", "Concluded"),
    S.FEEDBACK_GIVEN: ("已反馈", "Feedback given"),
    S.ARCHIVED: ("已归档", "Archived"),
    A.REGISTER: ("登记", "Register"),
    A.TRY_CONTACT: ("联系署名人", "Try to reach the reporter"),
    A.VERIFY_NAME: ("核实署名", "Verify the name"),
    A.SCREEN: ("甄别", "Screen"),
    A.DECLINE: ("不予受理", "Decline"),
    A.REFER_UP: ("上送", "Refer up"),
    A.REFER_DOWN: ("转下级", "Refer down"),
    A.REFER_OUT: ("转有关机关", "Refer to another organ"),
    A.ASSIGN_DOWN: ("交办", "Assign down"),
    A.URGE: ("督办", "Urge"),
    A.EXTEND: ("延期", "Extend"),
    A.REPORT_RESULT: ("报告结果", "Report the result"),
    A.RETAIN_DUPLICATE: ("重复件留存", "Retain as duplicate"),
    A.MERGE: ("合并办理", "Merge"),
    A.UNMERGE: ("撤销合并", "Unmerge"),
    A.REJOIN: ("随主件重新办理", "Rejoin"),
    A.ACCEPT: ("受理", "Accept"),
    A.TRANSFER: ("移送", "Transfer"),
    A.RETURN: ("退回", "Return"),
    A.SPLIT_TO_DEMAND: ("分出民生诉求", "Split off a demand"),
    A.SETTLE: ("答复办结", "Settle"),
    A.START_DISPOSAL: ("开始处置", "Start disposal"),
    A.CONCLUDE: ("办结", "Conclude"),
    A.FEED_BACK: ("集中反馈办理结果", "Feed the result back to the petition office"),
    A.GIVE_FEEDBACK: ("反馈", "Give feedback"),
    A.REOPEN: ("重新处置", "Reopen"),
    A.REASSESS: ("重新甄别", "Reassess"),
    A.DISMISS_EVIDENCE: ("新证据不影响结论", "Dismiss the evidence"),
    A.ARCHIVE: ("归档", "Archive"),
}

# fmt: off
REPORT = Lifecycle(
    name="report", title=("检举控告件", "Report"), initial=S.RECEIVED, final=[S.ARCHIVED], labels=LABELS, rows=[
    Row("A2",  (S.RECEIVED,),                      A.REGISTER,         S.REGISTERED,         OFFICER,
        stops=("P-A2",), starts=("DL-01", "DL-03", "DL-07", "DL-08"), event="report.registered", basis="RPT Ch. 2"),
    Row("A6",  PASSED_ON,                          A.REGISTER,         S.REGISTERED,         OFFICER,
        needs=(was_passed_here,), starts=("P-R-B1",), event="report.registered", basis="RPT Art 16"),
    Row("A2",  (S.REGISTERED,),                    A.TRY_CONTACT,      S.REGISTERED,         OFFICER,
        basis="RPT Art 24"),
    Row("A2",  (S.REGISTERED,),                    A.VERIFY_NAME,      S.REGISTERED,         OFFICER,
        basis="RPT Art 24, 30"),
    Row("A3",  (S.REGISTERED, S.RETURNED),         A.SCREEN,           S.SCREENED,           OFFICER, ("S1",),
        needs=(name_was_checked,), basis="RPT Art 10-14"),
    Row("B2",  (S.REGISTERED,),                    A.SPLIT_TO_DEMAND,  S.REGISTERED,         OFFICER,
        needs=(is_whole,), event="report.split", basis="PET Art 22, 30"),
    Row("B2",  (S.SCREENED,),                      A.SPLIT_TO_DEMAND,  S.SCREENED,           OFFICER,
        needs=(is_whole,), event="report.split", basis="PET Art 22, 30"),
    Row("A4",  (S.SCREENED,),                      A.DECLINE,          S.NOT_ACCEPTED,       OFFICER, ("S1",),
        needs=(not_superiors, tells_where_to_turn, leads_nobody), documents=("不予受理告知书",),
        stops=("P-R-B1", "DL-01", "DL-04", "DL-07", "DL-08"), event="report.declined", basis="RPT Art 13"),
    Row("A5",  (S.REGISTERED, S.SCREENED),         A.REFER_UP,         S.REFERRED_UP,        OFFICER, ("S3",),
        needs=(leads_nobody,), stops=("P-R-B1", "DL-03", "DL-01", "DL-04"), basis="RPT Art 15"),
    Row("A6",  (S.SCREENED,),                      A.REFER_DOWN,       S.REFERRED_DOWN,      OFFICER, ("S1",),
        needs=(not_superiors, leads_nobody), documents=("转送函",), starts=("DL-04",),
        stops=("P-R-B1", "DL-01", "DL-04"), event="report.referred_down", basis="RPT Art 16"),
    Row("A4",  (S.SCREENED,),                      A.REFER_OUT,        S.REFERRED_OUT,       OFFICER, ("S1",),
        needs=(not_superiors, leads_nobody), documents=("转送函",),
        stops=("P-R-B1", "DL-01", "DL-04", "DL-07", "DL-08"), event="report.referred_out", basis="RPT Art 13"),
    Row("A7",  (S.SCREENED,),                      A.ASSIGN_DOWN,      S.ASSIGNED_DOWN,      OFFICER, ("S2",),
        needs=(not_superiors,), documents=("交办函",), starts=("DL-05",), stops=("P-R-B1", "DL-01", "DL-04"),
        event="report.assigned_down", basis="RPT Art 20-21"),
    Row("A8",  (S.ASSIGNED_DOWN, S.URGED),         A.URGE,             S.URGED,              OFFICER, ("S2",),
        needs=(is_own_words,), documents=("督办函",), event="report.urged", basis="RPT Art 22"),
    Row("A7",  (S.ASSIGNED_DOWN,),                 A.EXTEND,           S.ASSIGNED_DOWN,      RECEIVING_ORGAN, ("S2",),
        basis="RPT Art 21"),
    Row("A7",  (S.URGED,),                         A.EXTEND,           S.URGED,              RECEIVING_ORGAN, ("S2",),
        basis="RPT Art 21"),
    Row("A9",  (S.ASSIGNED_DOWN, S.URGED),         A.REPORT_RESULT,    S.RESULT_REPORTED,    RECEIVING_ORGAN, ("S4", "S3"),
        documents=("核查报告",), stops=("DL-05",), event="report.result_reported", basis="RPT Art 23"),
    Row("A10", (S.REGISTERED, S.SCREENED),         A.RETAIN_DUPLICATE, S.RETAINED_DUPLICATE, OFFICER, ("S1",),
        needs=(not_superiors, leads_nobody), stops=("P-R-B1", "DL-01", "DL-04"),
        event="report.retained_duplicate", basis="RPT Art 14"),
    Row("R-A2", (S.SCREENED, S.ACCEPTED),          A.MERGE,            S.MERGED,             OFFICER, ("S1",),
        needs=(not_superiors, lead_is_open, leads_nobody), stops=("P-R-B1", "DL-01", "DL-04"),
        event="report.merged", basis="RPT Art 14, 26"),
    Row("R-A2", (S.MERGED,),                       A.UNMERGE,          S.SCREENED,           OFFICER, ("S1",),
        starts=("P-R-B1",), event="report.unmerged"),
    Row("A11", (S.SCREENED,),                      A.ACCEPT,           S.ACCEPTED,           OFFICER, ("S1",),
        needs=(not_superiors,), documents=("受理告知书",), stops=("DL-01", "DL-04"), event="report.accepted",
        basis="RPT Art 14"),
    Row("A11", (S.SCREENED, S.ACCEPTED),           A.TRANSFER,         S.TRANSFERRED,        OFFICER, ("S1",),
        needs=(not_superiors, suits_own_staff), documents=("移送函",), stops=("P-R-B1", "DL-01", "DL-04"),
        event="report.transferred", basis="RPT Art 14"),
    Row("A12", (S.TRANSFERRED,),                   A.RETURN,           S.RETURNED,           HANDLER, ("S2",),
        starts=("P-R-B1",), event="report.returned", basis="RPT Art 17"),
    Row("A13", (S.TRANSFERRED,),                   A.START_DISPOSAL,   S.IN_DISPOSAL,        (SYSTEM,),
        event="report.disposal_started", basis="RPT Art 17"),
    Row("A14", (S.TRANSFERRED, S.IN_DISPOSAL, S.MERGED), A.CONCLUDE,   S.CONCLUDED,          (SYSTEM,),
        starts=("DL-02", "DL-06"), event="report.concluded", basis="RPT Art 18"),
    Row("18.2", (S.TRANSFERRED,),                  A.SETTLE,           S.CONCLUDED,          SETTLER, ("S1",),
        needs=(makes_no_clue, leads_nobody), documents=("办理结果",), starts=("DL-02",), event="report.concluded",
        basis="RPT Art 7, 18"),
    Row("A14", (S.RESULT_REPORTED,),               A.CONCLUDE,         S.CONCLUDED,          OFFICER, ("S1",),
        starts=("DL-02",), event="report.concluded", basis="RPT Art 18, 23"),
    Row("R-A6", (S.CONCLUDED,),                    A.FEED_BACK,        S.CONCLUDED,          HANDLER,
        stops=("DL-06",), event="report.fed_back", basis="RPT Art 18"),
    Row("R-A6", (S.FEEDBACK_GIVEN,),               A.FEED_BACK,        S.FEEDBACK_GIVEN,     HANDLER,
        stops=("DL-06",), event="report.fed_back", basis="RPT Art 18"),
    Row("A15", (S.CONCLUDED,),                     A.GIVE_FEEDBACK,    S.FEEDBACK_GIVEN,     OFFICER + HANDLER, ("S1",),
        needs=(is_named, is_own_words), documents=("反馈记录",), starts=("P-R-A2",), stops=("DL-02",),
        event="report.feedback_given", basis="RPT Art 27"),
    Row("A16", (S.CONCLUDED, S.FEEDBACK_GIVEN),    A.REOPEN,           S.IN_DISPOSAL,        HANDLER, ("S2",),
        needs=(evidence_is_new, stands_alone), stops=("P-R-A2",), event="report.reopened", basis="RPT Art 27"),
    Row("A16", (S.CONCLUDED, S.FEEDBACK_GIVEN),    A.REJOIN,           S.MERGED,             (SYSTEM,),
        basis="RPT Art 27"),
    Row("R-A2", (S.NOT_ACCEPTED,),                 A.REASSESS,         S.SCREENED,           OFFICER, ("S1",),
        needs=(evidence_is_new,), starts=("P-R-B1",), stops=("P-R-A2",), event="report.reassessed"),
    Row("A16", (S.CONCLUDED,),                     A.DISMISS_EVIDENCE, S.CONCLUDED,          OFFICER + HANDLER, ("S1",),
        needs=(evidence_is_new,), stops=("P-R-A2",), basis="RPT Art 27"),
    Row("A16", (S.FEEDBACK_GIVEN,),                A.DISMISS_EVIDENCE, S.FEEDBACK_GIVEN,     OFFICER + HANDLER, ("S1",),
        needs=(evidence_is_new,), stops=("P-R-A2",), basis="RPT Art 27"),
    Row("R-A2", (S.NOT_ACCEPTED,),                 A.DISMISS_EVIDENCE, S.NOT_ACCEPTED,       OFFICER, ("S1",),
        needs=(evidence_is_new,), stops=("P-R-A2",)),
    Row("A17", DECIDED,                            A.ARCHIVE,          S.ARCHIVED,           OFFICER,
        needs=(receiver_has_it, reporter_was_told, clocks_are_settled, evidence_is_decided), event="report.archived"),
    Row("A17", OPEN_ENDS,                          A.ARCHIVE,          S.ARCHIVED,           OFFICER,
        needs=(receiver_has_it, reporter_was_told, clocks_are_settled), event="report.archived"),
])
# fmt: on
