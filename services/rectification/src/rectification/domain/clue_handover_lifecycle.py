"""The life of one entry in the clue hand-over list (问题线索移交清单): listed, transferred, concluded.

The list is kept apart from the findings and is secret: it names persons. The inspected organisation and the
organisation department never see it; what became of a clue is told by casework and followed by id only.

Rule: chapter 7 of the book of rules, F1 and F11; DL-40.
"""

from __future__ import annotations

from enum import StrEnum, auto

from shared.auth.roles import Role
from shared.lifecycle import SYSTEM, Lifecycle, Row, by

RECEIVING = "receiving"
"""Capacity of the office of the commission that receives transferred clues."""
HANDLING = "handling"
"""Capacity of the office that casework gave the clue to: it reads what the clue says, and nothing else here."""


class HandedClueState(StrEnum):
    """Where an entry stands."""

    LISTED = auto()
    TRANSFERRED = auto()
    CONCLUDED = auto()
    WITHDRAWN = auto()


class HandedClueAction(StrEnum):
    """What can be done with an entry."""

    TRANSFER = auto()
    CONCLUDE = auto()
    WITHDRAW = auto()


S, A = HandedClueState, HandedClueAction
OFFICE = by(Role.INSPECTION_OFFICE)

LABELS = {
    S.LISTED: ("已列入清单", "Listed"),
    S.TRANSFERRED: ("已移交", "Transferred"),
    S.CONCLUDED: ("已办结", "Concluded"),
    S.WITHDRAWN: ("已撤回", "Withdrawn"),
    A.TRANSFER: ("移交", "Transfer"),
    A.CONCLUDE: ("登记办理结果", "Record the conclusion"),
    A.WITHDRAW: ("撤回", "Withdraw"),
}

# fmt: off
HANDED_CLUE = Lifecycle(
    name="transferred_clue", title=("移交线索", "Transferred clue"), initial=S.LISTED,
    final=[S.CONCLUDED, S.WITHDRAWN], labels=LABELS, rows=[
    Row("F11", (S.LISTED,),      A.TRANSFER, S.TRANSFERRED, OFFICE, ("S2",), documents=("线索移交清单",),
        starts=("DL-40",), event="finding.clue_transferred", basis="INS15 Art 28-29"),
    Row("F11", (S.LISTED,),      A.WITHDRAW, S.WITHDRAWN,   OFFICE),
    Row("F11", (S.TRANSFERRED,), A.CONCLUDE, S.CONCLUDED,   (SYSTEM,), stops=("DL-40",)),
])
# fmt: on
