"""The life of a hand-over of material (材料移交): handed over, then received or refused, with name and time.

Rule: chapter 7 of the book of rules, 7.1.
"""

from __future__ import annotations

from enum import StrEnum, auto

from shared.auth.roles import Role
from shared.lifecycle import Lifecycle, Row, by

RECEIVER = "receiver"
"""Capacity of the body the material goes to."""


class HandoverState(StrEnum):
    """Where a hand-over stands."""

    HANDED_OVER = auto()
    RECEIVED = auto()
    REFUSED = auto()


class HandoverAction(StrEnum):
    """What can be done with a hand-over."""

    RECEIVE = auto()
    REFUSE = auto()


S, A = HandoverState, HandoverAction
RECEIVERS = by(Role.INSPECTION_OFFICE, Role.HANDLER, Role.ORGANIZATION_DEPARTMENT, capacity=RECEIVER)

LABELS = {
    S.HANDED_OVER: ("已移交", "Handed over"),
    S.RECEIVED: ("已签收", "Received"),
    S.REFUSED: ("已退回", "Refused"),
    A.RECEIVE: ("签收", "Receive"),
    A.REFUSE: ("退回", "Refuse"),
}

# fmt: off
MATERIAL_HANDOVER = Lifecycle(
    name="material_handover", title=("材料移交", "Hand-over of material"), initial=S.HANDED_OVER,
    final=[S.RECEIVED, S.REFUSED], labels=LABELS, rows=[
    Row("7.1", (S.HANDED_OVER,), A.RECEIVE, S.RECEIVED, RECEIVERS, documents=("材料交接单",)),
    Row("7.1", (S.HANDED_OVER,), A.REFUSE,  S.REFUSED,  RECEIVERS, documents=("退回理由",)),
])
# fmt: on
