"""The life of a rectification item (整改事项), as one table. A rebound reopens even what was closed.

Rule: chapter 7 of the book of rules, 7.3 item level, F5 and F6.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum, auto

from rectification.domain.organization_lifecycle import INSPECTED, SUPERVISING
from shared.auth.roles import Role
from shared.lifecycle import Guard, Lifecycle, Row, by


class ItemState(StrEnum):
    """Where an item stands."""

    OPEN = auto()
    IN_PROGRESS = auto()
    LONG_TERM = auto()
    SUBMITTED = auto()
    VERIFIED = auto()
    REJECTED = auto()
    REBOUND = auto()
    CLOSED = auto()


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


@dataclass(frozen=True, slots=True)
class ItemFacts:
    """What the guards of an item's moves look at."""

    evidence: int = 1
    milestones: int = 1
    open_milestones: int = 0


evidence_is_attached = Guard("evidence_missing", lambda f: f.evidence > 0)
milestones_are_set = Guard("milestone_missing", lambda f: f.milestones > 0)
milestones_are_reached = Guard("milestone_open", lambda f: f.open_milestones == 0)

S, A = ItemState, ItemAction
OWNER = by(Role.INSPECTED_ORGANIZATION, capacity=INSPECTED)
SUPERVISORS = by(Role.HANDLER, Role.ORGANIZATION_DEPARTMENT, capacity=SUPERVISING)
OFFICE = by(Role.INSPECTION_OFFICE)

LABELS = {
    S.OPEN: ("待整改", "Open"),
    S.IN_PROGRESS: ("整改中", "In progress"),
    S.LONG_TERM: ("长期整改", "Long-term"),
    S.SUBMITTED: ("已申请销号", "Submitted"),
    S.VERIFIED: ("核实通过", "Verified"),
    S.REJECTED: ("核实不通过", "Rejected"),
    S.REBOUND: ("问题反弹", "Rebound"),
    S.CLOSED: ("已销号", "Closed"),
    A.START: ("启动整改", "Start"),
    A.REPORT_PROGRESS: ("报告进展", "Report progress"),
    A.MAKE_LONG_TERM: ("转为长期任务", "Make long-term"),
    A.REACH_MILESTONE: ("完成阶段目标", "Reach a milestone"),
    A.SUBMIT: ("申请销号", "Submit"),
    A.VERIFY: ("核实通过", "Verify"),
    A.REJECT: ("核实不通过", "Reject"),
    A.CLOSE: ("销号", "Close"),
    A.REPORT_REBOUND: ("登记反弹", "Report a rebound"),
}

# fmt: off
ITEM = Lifecycle(
    name="rectification_item", title=("整改事项", "Rectification item"), initial=S.OPEN, final=[], labels=LABELS, rows=[
    Row("F5", (S.OPEN, S.REJECTED, S.REBOUND), A.START,           S.IN_PROGRESS, OWNER,
        event="item.started"),
    Row("F5", (S.IN_PROGRESS,),                A.REPORT_PROGRESS, S.IN_PROGRESS, OWNER, documents=("佐证材料",)),
    Row("F5", (S.OPEN, S.IN_PROGRESS),         A.MAKE_LONG_TERM,  S.LONG_TERM,   OWNER, ("S2",),
        needs=(milestones_are_set,), documents=("阶段目标",), event="item.made_long_term"),
    Row("F5", (S.LONG_TERM,),                  A.REACH_MILESTONE, S.LONG_TERM,   OWNER,
        needs=(evidence_is_attached,), documents=("佐证材料",), event="item.milestone_reached"),
    Row("F5", (S.IN_PROGRESS,),                A.SUBMIT,          S.SUBMITTED,   OWNER, ("S3",),
        needs=(evidence_is_attached,), documents=("佐证材料",), starts=("P-F6",), event="item.submitted"),
    Row("F5", (S.LONG_TERM,),                  A.SUBMIT,          S.SUBMITTED,   OWNER, ("S3",),
        needs=(evidence_is_attached, milestones_are_reached), documents=("佐证材料",), starts=("P-F6",),
        event="item.submitted"),
    Row("F6", (S.SUBMITTED,),                  A.VERIFY,          S.VERIFIED,    SUPERVISORS, ("S1",),
        documents=("核实记录",), stops=("P-F6",), event="item.verified"),
    Row("F6", (S.SUBMITTED,),                  A.REJECT,          S.REJECTED,    SUPERVISORS, ("S1",),
        documents=("核实记录",), stops=("P-F6",), event="item.rejected"),
    Row("F6", (S.VERIFIED,),                   A.CLOSE,           S.CLOSED,      OFFICE,
        event="item.closed"),
    Row("F6", (S.VERIFIED, S.CLOSED),          A.REPORT_REBOUND,  S.REBOUND,     SUPERVISORS, ("S1",),
        documents=("反弹情况",), event="item.rebounded"),
])
# fmt: on
