"""The life of a request for protection (保护申请), as one table. Rule: R-A10, SL Art 73."""

from __future__ import annotations

from enum import StrEnum, auto

from shared.auth.roles import Role
from shared.lifecycle import Lifecycle, Row, by


class ProtectionState(StrEnum):
    """Where a request for protection stands."""

    SUBMITTED = auto()
    ASSESSED = auto()
    GRANTED = auto()
    DECLINED = auto()
    ENDED = auto()


class ProtectionAction(StrEnum):
    """What can be done with it."""

    ASSESS = auto()
    GRANT = auto()
    DECLINE = auto()
    END = auto()


S, A = ProtectionState, ProtectionAction
OFFICER = by(Role.PETITION_OFFICER)
LABELS = {
    S.SUBMITTED: ("已申请", "Submitted"),
    S.ASSESSED: ("已评估", "Assessed"),
    S.GRANTED: ("保护中", "Granted"),
    S.DECLINED: ("不予保护", "Declined"),
    S.ENDED: ("已结束", "Ended"),
    A.ASSESS: ("评估", "Assess"),
    A.GRANT: ("给予保护", "Grant"),
    A.DECLINE: ("不予保护", "Decline"),
    A.END: ("结束保护", "End"),
}

# fmt: off
PROTECTION = Lifecycle(
    name="protection_request", title=("保护申请", "Request for protection"), initial=S.SUBMITTED,
    final=[S.DECLINED, S.ENDED], labels=LABELS, rows=[
    Row("R-A10", (S.SUBMITTED,), A.ASSESS,  S.ASSESSED, OFFICER, stops=("P-R-A10",), event="protection_request.assessed",
        basis="RPT Art 35"),
    Row("R-A10", (S.ASSESSED,),  A.GRANT,   S.GRANTED,  OFFICER, ("S2",), documents=("保护措施通知",), basis="SL Art 73"),
    Row("R-A10", (S.ASSESSED,),  A.DECLINE, S.DECLINED, OFFICER, ("S2",), basis="RPT Art 35"),
    Row("R-A10", (S.GRANTED,),   A.END,     S.ENDED,    OFFICER, ("S2",), basis="RPT Art 35"),
])
# fmt: on
