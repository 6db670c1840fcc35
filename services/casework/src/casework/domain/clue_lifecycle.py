"""The life of a clue (问题线索) and its disposal, as one table.

Rule: chapter 4 of the book of rules, 4.1 and C1 to C9; D1 for the filing that ends a clue. Merging belongs to the
overlap check of C2.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum, auto

from shared.auth.roles import Role
from shared.lifecycle import SYSTEM, Guard, Lifecycle, Row, by

LEDGER = "ledger"
"""Capacity of the case management office: its central ledger shows every clue, wherever it is handled."""
MEMBER = "member"
"""Capacity of an officer in the verification team."""
FINDER = "finder"
"""Capacity of an office that found a clue and filed it with case management, until it is allocated."""


class ClueState(StrEnum):
    """Where a clue stands."""

    REGISTERED = auto()
    ALLOCATION_PROPOSED = auto()
    ALLOCATED = auto()
    UNDER_ASSESSMENT = auto()
    DISPOSAL_PROPOSED = auto()
    DISPOSAL_APPROVED = auto()
    TALK_INQUIRY = auto()
    PRELIMINARY_VERIFICATION = auto()
    ON_HOLD = auto()
    CLOSED = auto()
    TRANSFERRED = auto()
    DISPOSED = auto()
    CASE_FILED = auto()
    ARCHIVED = auto()
    MERGED = auto()
    RETURNED = auto()


class ClueAction(StrEnum):
    """What can be done with a clue."""

    PROPOSE_ALLOCATION = auto()
    ALLOCATE = auto()
    REALLOCATE = auto()
    SIGN_FOR = auto()
    MERGE = auto()
    UNMERGE = auto()
    SPLIT = auto()
    ASSESS = auto()
    PROPOSE_DISPOSAL = auto()
    APPROVE_DISPOSAL = auto()
    BEGIN_TALK_INQUIRY = auto()
    BEGIN_VERIFICATION = auto()
    HOLD = auto()
    LOOK_AGAIN = auto()
    CLOSE = auto()
    TRANSFER = auto()
    TRANSFER_WITHIN = auto()
    DISPOSE = auto()
    PROPOSE_FILING = auto()
    CONSIDER_CLEARING = auto()
    REPORT_UP = auto()
    ARCHIVE = auto()
    RETURN = auto()
    DESIGNATE = auto()


@dataclass(frozen=True, slots=True)
class ClueFacts:
    """What the guards of a clue's moves look at. `conflicted` officers may have to keep away."""

    has_office: bool = True
    office_is_competent: bool = True
    office_is_new: bool = True
    is_signed_for: bool = False
    stays_with_supervisors: bool = True
    unknown_officers: int = 0
    conflicted: int = 0
    gate_is_needed: bool = False
    gate_is_complete: bool = False
    has_open_branch: bool = False
    has_open_clocks: bool = False
    target_is_known: bool = True
    target_is_open: bool = True
    target_is_another: bool = True
    target_is_unmerged: bool = True
    next_look_is_in_time: bool = True
    clearing_is_considered: bool = True
    clearing_is_asked: bool = True
    receiver_is_outside: bool = True
    has_minutes: bool = True
    superior_is_told: bool = True
    superior_is_asked_for: bool = True
    sources_are_linked: bool = True


has_office = Guard("office_missing", lambda f: f.has_office)
office_is_competent = Guard("receiver_not_competent", lambda f: f.office_is_competent)
office_is_new = Guard("office_unchanged", lambda f: f.office_is_new)
is_unsigned = Guard("clue_signed_for", lambda f: not f.is_signed_for)
officers_are_known = Guard("officer_unknown", lambda f: f.unknown_officers == 0)
nobody_is_conflicted = Guard("recusal_conflict", lambda f: f.conflicted == 0)
gate_is_passed = Guard("gate_incomplete", lambda f: f.gate_is_complete or not f.gate_is_needed)
branch_is_decided = Guard("branch_not_decided", lambda f: not f.has_open_branch)
clocks_are_settled = Guard("deadline_still_open", lambda f: not f.has_open_clocks)
target_is_known = Guard("merge_target_unknown", lambda f: f.target_is_known)
target_is_another = Guard("merge_with_itself", lambda f: f.target_is_another)
target_is_open = Guard("merge_target_ended", lambda f: f.target_is_open)
target_is_unmerged = Guard("merge_target_merged", lambda f: f.target_is_unmerged)
look_is_in_time = Guard("next_look_too_late", lambda f: f.next_look_is_in_time)
clearing_is_considered = Guard("clearing_not_considered", lambda f: f.clearing_is_considered)
clearing_is_asked = Guard("clearing_not_asked", lambda f: f.clearing_is_asked)
sources_are_linked = Guard("report_not_of_clue", lambda f: f.sources_are_linked)
receiver_is_outside = Guard("receiver_in_own_organ", lambda f: f.receiver_is_outside)

stays_with_supervisors = Guard("own_staff_kept_apart", lambda f: f.stays_with_supervisors)
has_minutes = Guard("minutes_missing", lambda f: f.has_minutes)
superior_is_told = Guard("superior_not_told", lambda f: f.superior_is_told)
superior_is_asked_for = Guard("superior_not_asked_for", lambda f: f.superior_is_asked_for)

S, A = ClueState, ClueAction
LEDGER_MANAGER = by(Role.CASE_MANAGER, capacity=LEDGER)
KEEPER = by(Role.CASE_MANAGER, Role.CADRE_SUPERVISOR)
"""Who allocates: case management, and of what is about own staff their supervisors, who hold it. Rule: SoD-5."""
LEDGER_KEEPER = (*LEDGER_MANAGER, *by(Role.CADRE_SUPERVISOR))
HANDLER = by(Role.HANDLER, Role.CADRE_SUPERVISOR)
SPLITTER = (*LEDGER_MANAGER, *HANDLER)
"""Who finds more than one matter in what a clue comes from, once an office has it."""
BRANCHES = (S.TALK_INQUIRY, S.PRELIMINARY_VERIFICATION)
EVIDENCE = "P-R-A2"
"""New evidence on a report is answered by whatever the handler does next with the clue."""
UPWARD = "P-R-A5"
OPEN = (S.UNDER_ASSESSMENT, S.DISPOSAL_APPROVED, *BRANCHES, S.ON_HOLD)
HANDLERS_FIT = (officers_are_known, nobody_is_conflicted)
MERGING = (target_is_known, target_is_another, target_is_open)
ENDED = (S.CLOSED, S.TRANSFERRED, S.DISPOSED)
TOLD_FROM = (S.ALLOCATED, *OPEN, *ENDED)
GIVEN_FROM = (S.REGISTERED, S.ALLOCATION_PROPOSED, S.ALLOCATED, *OPEN)
DISPOSABLE = (gate_is_passed, branch_is_decided, superior_is_told)

LABELS = {
    S.REGISTERED: ("已登记", "Registered"),
    S.ALLOCATION_PROPOSED: ("已拟分办", "Allocation proposed"),
    S.ALLOCATED: ("已分办", "Allocated"),
    S.UNDER_ASSESSMENT: ("研判中", "Under assessment"),
    S.DISPOSAL_PROPOSED: ("已提处置意见", "Disposal proposed"),
    S.DISPOSAL_APPROVED: ("处置意见已批准", "Disposal approved"),
    S.TALK_INQUIRY: ("谈话函询", "Talk and inquiry"),
    S.PRELIMINARY_VERIFICATION: ("初步核实", "Preliminary verification"),
    S.ON_HOLD: ("暂存待查", "On hold"),
    S.CLOSED: ("予以了结", "Closed"),
    S.TRANSFERRED: ("已移送", "Transferred"),
    S.DISPOSED: ("已处置", "Disposed"),
    S.CASE_FILED: ("已立案", "Case filed"),
    S.ARCHIVED: ("已归档", "Archived"),
    S.MERGED: ("已并案", "Merged"),
    S.RETURNED: ("已随来件退回", "Returned with its report"),
    A.PROPOSE_ALLOCATION: ("提出分办意见", "Propose an allocation"),
    A.ALLOCATE: ("分办", "Allocate"),
    A.REALLOCATE: ("重新分办", "Reallocate"),
    A.SIGN_FOR: ("签收", "Sign for"),
    A.MERGE: ("并入其他线索", "Merge into another clue"),
    A.UNMERGE: ("撤销并案", "Unmerge"),
    A.SPLIT: ("分立线索", "Split off a further clue"),
    A.ASSESS: ("分析研判", "Assess"),
    A.PROPOSE_DISPOSAL: ("提出处置意见", "Propose a disposal"),
    A.APPROVE_DISPOSAL: ("批准处置意见", "Approve the disposal"),
    A.BEGIN_TALK_INQUIRY: ("转入谈话函询", "Begin talk and inquiry"),
    A.BEGIN_VERIFICATION: ("转入初步核实", "Begin preliminary verification"),
    A.HOLD: ("暂存待查", "Put on hold"),
    A.LOOK_AGAIN: ("到期再研判", "Look again"),
    A.CLOSE: ("予以了结", "Close"),
    A.TRANSFER: ("移送", "Transfer"),
    A.TRANSFER_WITHIN: ("移送本机关其他部门", "Transfer within the organ"),
    A.DISPOSE: ("作出处理", "Dispose with a measure"),
    A.PROPOSE_FILING: ("提请立案", "Propose filing a case"),
    A.CONSIDER_CLEARING: ("研判是否澄清", "Consider clearing"),
    A.REPORT_UP: ("报告上级机关", "Report to the superior"),
    A.ARCHIVE: ("归档", "Archive"),
    A.RETURN: ("随来件退回", "Return with its report"),
    A.DESIGNATE: ("指定或者提级管辖", "Designate jurisdiction"),
}

# fmt: off
CLUE = Lifecycle(
    name="clue", title=("问题线索", "Clue"), initial=S.REGISTERED, final=[S.CASE_FILED, S.ARCHIVED, S.RETURNED],
    labels=LABELS, rows=[
    Row("C2", (S.REGISTERED, S.ALLOCATION_PROPOSED), A.PROPOSE_ALLOCATION, S.ALLOCATION_PROPOSED, KEEPER,
        needs=(has_office, office_is_competent, stays_with_supervisors), basis="ENF Art 23"),
    Row("C3", (S.ALLOCATION_PROPOSED,),           A.ALLOCATE,           S.ALLOCATED,         KEEPER, ("S3",),
        needs=(has_office, office_is_competent, stays_with_supervisors, *HANDLERS_FIT),
        documents=("线索交接单",), starts=("DL-09",), event="clue.allocated", basis="ENF Art 23"),
    Row("C3", (S.ALLOCATED, S.UNDER_ASSESSMENT),  A.REALLOCATE,         S.ALLOCATED,         LEDGER_MANAGER,
        signs=("S3",), needs=(office_is_competent, office_is_new, stays_with_supervisors, *HANDLERS_FIT),
        documents=("线索交接单",), starts=("DL-09",), stops=("DL-09",), event="clue.allocated", basis="ENF Art 23"),
    *(Row("C3", (state,), A.SIGN_FOR, state, HANDLER, needs=(is_unsigned,), documents=("线索交接单",), basis="ENF Art 23")
      for state in (S.ALLOCATED, S.UNDER_ASSESSMENT)),
    Row("C2", (S.REGISTERED, S.ALLOCATION_PROPOSED), A.MERGE,           S.MERGED,            KEEPER, ("S3",),
        needs=MERGING, event="clue.merged", basis="ENF Art 23"),
    Row("C2", (S.ALLOCATED, S.UNDER_ASSESSMENT),  A.MERGE,              S.MERGED,            LEDGER_KEEPER,
        signs=("S3",), needs=MERGING, stops=("DL-09",), event="clue.merged", basis="ENF Art 23"),
    Row("C2", (S.MERGED,),                        A.UNMERGE,            S.REGISTERED,        KEEPER, ("S3",),
        needs=(target_is_unmerged,), starts=(UPWARD,), event="clue.unmerged", basis="ENF Art 23"),
    Row("E6", GIVEN_FROM,                         A.DESIGNATE,          S.ALLOCATED,         (SYSTEM,),
        needs=(office_is_competent, office_is_new, stays_with_supervisors, branch_is_decided),
        documents=("管辖移交单",), starts=("DL-09",), stops=("DL-09", "DL-45"), event="clue.allocated",
        basis="SL Arts 16-17"),
    *(Row("A13", (state,), A.SPLIT, state, KEEPER, needs=(sources_are_linked,), basis="RPT Art 17")
      for state in (S.REGISTERED, S.ALLOCATION_PROPOSED)),
    *(Row("A13", (state,), A.SPLIT, state, SPLITTER, needs=(sources_are_linked,), basis="RPT Art 17")
      for state in (S.ALLOCATED, *OPEN)),
    Row("A12", (S.REGISTERED, S.ALLOCATION_PROPOSED), A.RETURN,         S.RETURNED,          (SYSTEM,),
        stops=(EVIDENCE,), event="clue.returned", basis="RPT Art 17"),
    Row("C4", (S.ALLOCATED, S.UNDER_ASSESSMENT),  A.ASSESS,             S.UNDER_ASSESSMENT,  HANDLER, ("S1",),
        documents=("四查两看清单",), starts=(UPWARD,), stops=(EVIDENCE,), basis="ENF Art 21"),
    Row("C5", (S.UNDER_ASSESSMENT, *BRANCHES, S.ON_HOLD), A.PROPOSE_DISPOSAL, S.DISPOSAL_PROPOSED, HANDLER,
        signs=("S2",), needs=(*DISPOSABLE, has_minutes), documents=("处置意见", "处置方案", "集体研究记录"),
        stops=("DL-09", "DL-45", EVIDENCE), basis="RPT Art 17; ENF Art 21"),
    Row("C6", (S.DISPOSAL_PROPOSED,),             A.APPROVE_DISPOSAL,   S.DISPOSAL_APPROVED, (SYSTEM,),
        starts=(UPWARD,), event="clue.disposal_approved", basis="SL Art 40"),
    Row("C6", (S.DISPOSAL_APPROVED,),             A.BEGIN_TALK_INQUIRY, S.TALK_INQUIRY,      (SYSTEM,),
        event="clue.talk_inquiry_begun", basis="ENF Art 27"),
    Row("C6", (S.DISPOSAL_APPROVED,),             A.BEGIN_VERIFICATION, S.PRELIMINARY_VERIFICATION, (SYSTEM,),
        event="clue.verification_begun", basis="ENF Art 33"),
    Row("C7", OPEN,                               A.HOLD,               S.ON_HOLD,           HANDLER, ("S2",),
        needs=(*DISPOSABLE, has_minutes, look_is_in_time), starts=("DL-45",), stops=("DL-09", "DL-45", EVIDENCE),
        event="clue.held", basis="ENF Art 21, 25"),
    Row("C7", (S.ON_HOLD,),                       A.LOOK_AGAIN,         S.UNDER_ASSESSMENT,  (SYSTEM,),
        starts=("DL-09",), stops=("DL-45",), event="clue.look_due", basis="ENF Art 25"),
    Row("C8", OPEN,                               A.CLOSE,              S.CLOSED,            HANDLER, ("S2",),
        needs=(*DISPOSABLE, has_minutes), documents=("了结报告",), stops=("DL-09", "DL-40", "DL-45", EVIDENCE),
        event="clue.concluded", basis="ENF Art 21"),
    Row("C9", OPEN,                               A.TRANSFER,           S.TRANSFERRED,       HANDLER, ("S2",),
        needs=(*DISPOSABLE, receiver_is_outside), documents=("移送函",),
        stops=("DL-09", "DL-40", "DL-45", EVIDENCE), event="clue.concluded", basis="RPT Art 17"),
    Row("C9", OPEN,                               A.TRANSFER_WITHIN,    S.ALLOCATED,         HANDLER, ("S2",),
        needs=(*DISPOSABLE, office_is_competent, office_is_new, stays_with_supervisors), documents=("线索交接单",),
        starts=("DL-09",), stops=("DL-09", "DL-45", EVIDENCE), event="clue.allocated", basis="RPT Art 17"),
    Row("4.1", BRANCHES,                          A.DISPOSE,            S.DISPOSED,          HANDLER, ("S2",),
        needs=DISPOSABLE, stops=("DL-40",), event="clue.concluded",
        basis="ENF Art 30, 35"),
    Row("D1", (S.PRELIMINARY_VERIFICATION,),      A.PROPOSE_FILING,     S.CASE_FILED,        HANDLER,
        signs=("S3", "S5"), needs=DISPOSABLE, documents=("立案呈批报告",),
        stops=("DL-40",), event="clue.concluded", basis="ENF Art 37-38; SL Art 42"),
    Row("C8", (S.CLOSED,),                        A.CONSIDER_CLEARING,  S.CLOSED,            HANDLER,
        needs=(clearing_is_asked,), event="clue.clearing_considered", basis="CLR; SL Art 73"),
    *(Row("R-A5", (state,), A.REPORT_UP, state, HANDLER, ("S3",), needs=(superior_is_asked_for,),
          documents=("上报材料",), stops=(UPWARD,), event="clue.reported_up", basis="ENF Art 22")
      for state in TOLD_FROM),
    Row("4.1", ENDED,                             A.ARCHIVE,            S.ARCHIVED,          HANDLER,
        needs=(clocks_are_settled, clearing_is_considered)),
])
# fmt: on
"""Between C5 and C6 stand the signatures; once all are given, C5, C6 and the branch are one transaction.

S3 is added to S2 for cadres managed by the Party committee. What the approved disposal already says needs no
second signature: `hold`, `close` and `transfer` ask for one only where they say something else.

To another office of the same organ a clue goes on with its own name (`transfer_within`): nothing has been concluded.

The office that receives a clue signs for it once (C3), each time it is handed on anew; the month of DL-09 runs from the
hand-over, signed for or not. Nobody can assess what the office has not received, so whoever assesses first has signed.

E6 is decided in a joint task, whose signatures move the clue: another organ begins with it from the start. What a talk
or verification under way will find, the organ that began it finds first.

C7 and C8 follow C5: where neither an approved disposal nor a decided branch stands behind them, the office has studied
the clue together and kept the minutes. What concerns the superior (R-A5) is reported twice, as it is and as it is
disposed of: the first before any disposal, the second by the clock, which archiving waits for.

A13: what a report tells may be several matters. A further one is split off into the ledger, where it runs its own way
from C2 on; the report is concluded, and its reporter told, once no open clue uses it.

A12 comes before any disposal: a clue that a returned report alone brought, and that no office has, goes back with it.
Once an office has it, nothing ends without approval (C8, SL Art 40); then the return is only noted.
"""
