"""The life of a rectification item (整改事项), as one table. A rebound reopens even what was closed.

Who declares it done, who verifies it and who strikes it off are three different bodies, whatever their roles.
False rectification (虚假整改) is an outcome of its own: found after the acceptance, which stays on record.

Rule: chapter 7 of the book of rules, 7.3 item level, F5 and F6; chapter 10 for an item a recommendation opened.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum, auto

from rectification.domain.organization_lifecycle import INSPECTED, SUPERVISING
from shared.auth.roles import Role
from shared.lifecycle import SYSTEM, Guard, Lifecycle, Row, by


class ItemState(StrEnum):
    """Where an item stands."""

    OPEN = auto()
    IN_PROGRESS = auto()
    LONG_TERM = auto()
    SUBMITTED = auto()
    VERIFIED = auto()
    REJECTED = auto()
    REBOUND = auto()
    FOUND_FALSE = auto()
    CLOSED = auto()
    CANCELLED = auto()


class ItemAction(StrEnum):
    """What can be done with an item."""

    START = auto()
    REPORT_PROGRESS = auto()
    MAKE_LONG_TERM = auto()
    REACH_MILESTONE = auto()
    SUBMIT = auto()
    VERIFY = auto()
    REJECT = auto()
    CLOSE = auto()
    REPORT_REBOUND = auto()
    FIND_FALSE = auto()
    EXTEND = auto()
    CANCEL = auto()


@dataclass(frozen=True, slots=True)
class ItemFacts:
    """What the guards of an item's moves look at."""

    evidence: int = 1
    milestones: int = 1
    open_milestones: int = 0
    is_another_body: bool = True
    is_third_body: bool = True
    date_is_later: bool = True


evidence_is_attached = Guard("evidence_missing", lambda f: f.evidence > 0)
milestones_are_set = Guard("milestone_missing", lambda f: f.milestones > 0)
milestones_are_reached = Guard("milestone_open", lambda f: f.open_milestones == 0)
another_body_verifies = Guard("own_item_verified", lambda f: f.is_another_body)
third_body_strikes_off = Guard("not_a_third_body", lambda f: f.is_third_body)
date_moves_on = Guard("date_not_later", lambda f: f.date_is_later)

S, A = ItemState, ItemAction
OWNER = by(Role.INSPECTED_ORGANIZATION, Role.COMPETENT_DEPARTMENT, capacity=INSPECTED)
SUPERVISORS = by(Role.HANDLER, Role.ORGANIZATION_DEPARTMENT, capacity=SUPERVISING)
OFFICE = by(Role.INSPECTION_OFFICE)
UNDONE = (S.OPEN, S.IN_PROGRESS, S.LONG_TERM, S.REJECTED, S.REBOUND, S.FOUND_FALSE)
DONE = (S.VERIFIED, S.CLOSED)
DONE_BY, NEXT_BY = "P-F5", "P-F5m"
"""The day of the item as a whole, and of its next milestone."""

LABELS = {
    S.OPEN: ("待整改", "Open"),
    S.IN_PROGRESS: ("整改中", "In progress"),
    S.LONG_TERM: ("长期整改", "Long-term"),
    S.SUBMITTED: ("已申请销号", "Submitted"),
    S.VERIFIED: ("核实通过", "Verified"),
    S.REJECTED: ("核实不通过", "Rejected"),
    S.REBOUND: ("问题反弹", "Rebound"),
    S.FOUND_FALSE: ("认定虚假整改", "Found false"),
    S.CLOSED: ("已销号", "Closed"),
    S.CANCELLED: ("已撤销", "Cancelled"),
    A.START: ("启动整改", "Start"),
    A.REPORT_PROGRESS: ("报告进展", "Report progress"),
    A.MAKE_LONG_TERM: ("转为长期任务", "Make long-term"),
    A.REACH_MILESTONE: ("完成阶段目标", "Reach a milestone"),
    A.SUBMIT: ("申请销号", "Submit"),
    A.VERIFY: ("核实通过", "Verify"),
    A.REJECT: ("核实不通过", "Reject"),
    A.CLOSE: ("销号", "Close"),
    A.REPORT_REBOUND: ("登记反弹", "Report a rebound"),
    A.FIND_FALSE: ("认定虚假整改", "Find the rectification false"),
    A.EXTEND: ("延长时限", "Extend the date"),
    A.CANCEL: ("撤销", "Cancel"),
}

# fmt: off
ITEM = Lifecycle(
    name="rectification_item", title=("整改事项", "Rectification item"), initial=S.OPEN, final=[S.CANCELLED],
    labels=LABELS, rows=[
    Row("F5", (S.OPEN, S.REJECTED, S.REBOUND, S.FOUND_FALSE), A.START, S.IN_PROGRESS, OWNER,
        event="item.started"),
    Row("F5", (S.IN_PROGRESS,),                A.REPORT_PROGRESS, S.IN_PROGRESS, OWNER, documents=("佐证材料",)),
    Row("F5", (S.OPEN, S.IN_PROGRESS),         A.MAKE_LONG_TERM,  S.LONG_TERM,   OWNER, ("S2",),
        needs=(milestones_are_set,), documents=("阶段目标",), starts=("P-F5", "P-F5m"), event="item.made_long_term"),
    Row("F5", (S.LONG_TERM,),                  A.REACH_MILESTONE, S.LONG_TERM,   OWNER,
        needs=(evidence_is_attached,), documents=("佐证材料",), starts=("P-F5m",), stops=("P-F5m",),
        event="item.milestone_reached"),
    Row("F5", (S.IN_PROGRESS,),                A.SUBMIT,          S.SUBMITTED,   OWNER, ("S3",),
        needs=(evidence_is_attached,), documents=("佐证材料",), starts=("P-F6",), stops=("P-F5",),
        event="item.submitted"),
    Row("F5", (S.LONG_TERM,),                  A.SUBMIT,          S.SUBMITTED,   OWNER, ("S3",),
        needs=(evidence_is_attached, milestones_are_reached), documents=("佐证材料",), starts=("P-F6",),
        stops=("P-F5",), event="item.submitted"),
    Row("F6", (S.SUBMITTED,),                  A.VERIFY,          S.VERIFIED,    SUPERVISORS, ("S1",),
        needs=(another_body_verifies,), documents=("核实记录",), stops=("P-F6",), event="item.verified"),
    Row("F6", (S.SUBMITTED,),                  A.REJECT,          S.REJECTED,    SUPERVISORS, ("S1",),
        needs=(another_body_verifies,), documents=("核实记录",), starts=("P-F5",), stops=("P-F6",),
        event="item.rejected"),
    Row("F6", (S.VERIFIED,),                   A.CLOSE,           S.CLOSED,      OFFICE,
        needs=(third_body_strikes_off,), event="item.closed"),
    Row("F6", DONE,                            A.REPORT_REBOUND,  S.REBOUND,     SUPERVISORS, ("S1",),
        documents=("反弹情况",), starts=("P-F5",), event="item.rebounded"),
    Row("F6", DONE,                            A.FIND_FALSE,      S.FOUND_FALSE, OFFICE, ("S2",),
        documents=("认定情况",), starts=("P-F5",), event="item.found_false", basis="INS; INSOP"),
    *(Row("F5", (state,),                      A.EXTEND,          state,         OFFICE, ("S1",),
          needs=(date_moves_on,), documents=("延期理由",), starts=("P-F5",), event="item.extended") for state in UNDONE),
    Row("10", (*UNDONE, S.SUBMITTED),          A.CANCEL,          S.CANCELLED,   (SYSTEM,), stops=("P-F5", "P-F5m", "P-F6")),
])
# fmt: on
