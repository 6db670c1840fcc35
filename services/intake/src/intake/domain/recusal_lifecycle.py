"""The life of a reporter's request that somebody keep away (回避申请), as one table; leaders decide it themselves.

Rule: 1.6, R-A8, RPT Art 48.
"""

from __future__ import annotations

from enum import StrEnum, auto

from shared.auth.roles import Role
from shared.lifecycle import Lifecycle, Row, by


class RecusalState(StrEnum):
    """Where a request stands."""

    SUBMITTED = auto()
    UPHELD = auto()
    REJECTED = auto()


class RecusalAction(StrEnum):
    """What can be done with it."""

    UPHOLD = auto()
    REJECT = auto()


S, A = RecusalState, RecusalAction
LEADERS = by(Role.DEPUTY_LEADER, Role.PRINCIPAL_LEADER)
LABELS = {
    S.SUBMITTED: ("已申请", "Submitted"),
    S.UPHELD: ("决定回避", "Upheld"),
    S.REJECTED: ("不需回避", "Rejected"),
    A.UPHOLD: ("决定回避", "Uphold"),
    A.REJECT: ("驳回", "Reject"),
}

# fmt: off
RECUSAL = Lifecycle(
    name="recusal_request", title=("回避申请", "Request for recusal"), initial=S.SUBMITTED,
    final=[S.UPHELD, S.REJECTED], labels=LABELS, rows=[
    Row("1.6", (S.SUBMITTED,), A.UPHOLD, S.UPHELD,   LEADERS, documents=("回避决定书",),
        event="recusal.upheld", basis="RPT Art 48"),
    Row("1.6", (S.SUBMITTED,), A.REJECT, S.REJECTED, LEADERS, basis="RPT Art 48"),
])
# fmt: on
