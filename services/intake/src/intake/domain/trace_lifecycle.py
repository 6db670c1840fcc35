"""The life of a request to trace who wrote an anonymous report (追查申请), as one table.

Nobody may check handwriting, addresses or the like on his own; this product keeps nothing that could be traced, so a
trace is made outside it, and recorded here with the approval it needed. Rule: C-5, 1.4 point 3, RPT Art 29.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum, auto

from shared.auth.roles import Role
from shared.lifecycle import Guard, Lifecycle, Row, by


class TraceState(StrEnum):
    """Where a request to trace stands."""

    REQUESTED = auto()
    APPROVED = auto()
    REFUSED = auto()
    TRACED = auto()
    LAPSED = auto()


class TraceAction(StrEnum):
    """What can be done with it."""

    APPROVE = auto()
    REFUSE = auto()
    TRACE = auto()
    LAPSE = auto()


@dataclass(frozen=True, slots=True)
class TraceFacts:
    """What the guards look at: whether there is somebody to trace, and whether the approval still holds."""

    is_anonymous: bool
    holds: bool


is_anonymous = Guard("reporter_is_named", lambda f: f.is_anonymous)
holds = Guard("approval_lapsed", lambda f: f.holds)

S, A = TraceState, TraceAction
OFFICER = by(Role.PETITION_OFFICER)
LABELS = {
    S.REQUESTED: ("已申请", "Requested"),
    S.APPROVED: ("已批准", "Approved"),
    S.REFUSED: ("不予批准", "Refused"),
    S.TRACED: ("已追查", "Traced"),
    S.LAPSED: ("已失效", "Lapsed"),
    A.APPROVE: ("报批", "Approve"),
    A.REFUSE: ("撤回", "Refuse"),
    A.TRACE: ("登记追查结果", "Record what was traced"),
    A.LAPSE: ("失效", "Lapse"),
}

# fmt: off
TRACE = Lifecycle(
    name="trace_request", title=("追查申请", "Request to trace"), initial=S.REQUESTED,
    final=[S.REFUSED, S.TRACED, S.LAPSED], labels=LABELS, rows=[
    Row("C-5", (S.REQUESTED,), A.APPROVE, S.APPROVED, OFFICER, ("S7",), needs=(is_anonymous, holds),
        documents=("追查审批表",), basis="RPT Art 29"),
    Row("C-5", (S.REQUESTED,), A.REFUSE,  S.REFUSED,  OFFICER, basis="RPT Art 29"),
    Row("C-5", (S.APPROVED,),  A.TRACE,   S.TRACED,   OFFICER, needs=(holds,), basis="RPT Art 29"),
    Row("C-5", (S.APPROVED,),  A.LAPSE,   S.LAPSED,   OFFICER, basis="RPT Art 29"),
])
# fmt: on
