"""How one rectification item is put right, verified by others, and struck off, as one table.

Rule: chapter 7.3 of the book of rules, F5, F6.
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

    BEGIN = auto()
    DECLARE_LONG_TERM = auto()
    REACH_MILESTONE = auto()
    SUBMIT = auto()
    VERIFY = auto()
    REJECT = auto()
    RESUME = auto()
    STRIKE_OFF = auto()
    REPORT_REBOUND = auto()


@dataclass(frozen=True, slots=True)
class ItemFacts:
    """What the guards of an item's moves look at."""

    has_evidence: bool = False
    has_milestones: bool = False
    verified_by_another: bool = False


evidence_is_attached = Guard("evidence_missing", lambda f: f.has_evidence)
milestones_are_set = Guard("milestones_missing", lambda f: f.has_milestones)
another_body_verified = Guard("verified_by_itself", lambda f: f.verified_by_another)

S, A = ItemState, ItemAction
OWNER = by(Role.INSPECTED_ORGANIZATION, capacity=INSPECTED)
VERIFIERS = by(Role.HANDLER, Role.STATIONED_GROUP, Role.ORGANIZATION_DEPARTMENT, capacity=SUPERVISING)
INSPECTION = by(Role.INSPECTION_OFFICE)

LABELS = {
    S.OPEN: ("未启动", "Open"),
    S.IN_PROGRESS: ("整改中", "In progress"),
    S.LONG_TERM: ("长期任务", "Long-term"),
    S.SUBMITTED: ("已报完成", "Submitted"),
    S.VERIFIED: ("已核验", "Verified"),
    S.REJECTED: ("核验未通过", "Rejected"),
    S.REBOUND: ("反弹", "Rebound"),
    S.CLOSED: ("已销号", "Struck off"),
    A.BEGIN: ("启动", "Begin"),
    A.DECLARE_LONG_TERM: ("列为长期任务", "Declare long-term"),
    A.REACH_MILESTONE: ("完成节点", "Reach a milestone"),
    A.SUBMIT: ("报完成", "Submit"),
    A.VERIFY: ("核验通过", "Verify"),
    A.REJECT: ("核验不通过", "Reject"),
    A.RESUME: ("继续整改", "Resume"),
    A.STRIKE_OFF: ("销号", "Strike off"),
    A.REPORT_REBOUND: ("报告反弹", "Report a rebound"),
}

# fmt: off
ITEM = Lifecycle(
    name="rectification_item", title=("整改事项", "Rectification item"), initial=S.OPEN, final=[], labels=LABELS, rows=[
    Row("F5", (S.OPEN,),                       A.BEGIN,             S.IN_PROGRESS, OWNER, event="item.begun"),
    Row("F5", (S.IN_PROGRESS,),                A.DECLARE_LONG_TERM, S.LONG_TERM,   OWNER, ("S2",),
        needs=(milestones_are_set,), event="item.long_term"),
    Row("F5", (S.LONG_TERM,),                  A.REACH_MILESTONE,   S.LONG_TERM,   OWNER,
        needs=(evidence_is_attached,), event="item.milestone_reached"),
    Row("F5", (S.IN_PROGRESS, S.LONG_TERM),    A.SUBMIT,            S.SUBMITTED,   OWNER, ("S3",),
        needs=(evidence_is_attached,), starts=("P-F6",), event="item.submitted"),
    Row("F6", (S.SUBMITTED,),                  A.VERIFY,            S.VERIFIED,    VERIFIERS, ("S1",),
        documents=("核验记录",), stops=("P-F6",), event="item.verified"),
    Row("F6", (S.SUBMITTED,),                  A.REJECT,            S.REJECTED,    VERIFIERS, ("S1",),
        documents=("核验记录",), stops=("P-F6",), event="item.rejected"),
    Row("F6", (S.REJECTED, S.REBOUND),         A.RESUME,            S.IN_PROGRESS, OWNER, event="item.resumed"),
    Row("F6", (S.VERIFIED,),                   A.STRIKE_OFF,        S.CLOSED,      INSPECTION, ("S1",),
        needs=(another_body_verified,), documents=("销号单",), event="item.struck_off"),
    Row("F10", (S.VERIFIED, S.CLOSED),         A.REPORT_REBOUND,    S.REBOUND,     INSPECTION, ("S2",),
        documents=("反弹情况",), event="item.rebounded"),
])
# fmt: on
"""No state is final: what was struck off can rebound, and then opens again."""
