"""The life of a system made or revised (建立完善制度): registered by who built it, confirmed by who supervises.

Rule: chapter 7 of the book of rules, F7; chapter 9, G9; chapter 10.
"""

from __future__ import annotations

from enum import StrEnum, auto

from rectification.domain.organization_lifecycle import INSPECTED
from shared.auth.roles import Role
from shared.lifecycle import Lifecycle, Row, by

CONFIRMING = "confirming"
"""Capacity of the bodies that say whether the system answers the problem."""


class SystemBuiltState(StrEnum):
    """Where a system stands."""

    REGISTERED = auto()
    CONFIRMED = auto()
    NOT_CONFIRMED = auto()


class SystemBuiltAction(StrEnum):
    """What can be done with a system."""

    CONFIRM = auto()
    NOT_CONFIRM = auto()
    AMEND = auto()


class SystemKind(StrEnum):
    """Whether a system is new or an old one was improved."""

    MADE = auto()
    REVISED = auto()


S, A = SystemBuiltState, SystemBuiltAction
OWNER = by(Role.INSPECTED_ORGANIZATION, Role.COMPETENT_DEPARTMENT, capacity=INSPECTED)
CONFIRMERS = by(Role.HANDLER, Role.ORGANIZATION_DEPARTMENT, capacity=CONFIRMING)

LABELS = {
    S.REGISTERED: ("已登记", "Registered"),
    S.CONFIRMED: ("已确认", "Confirmed"),
    S.NOT_CONFIRMED: ("未确认", "Not confirmed"),
    A.CONFIRM: ("确认", "Confirm"),
    A.NOT_CONFIRM: ("不予确认", "Do not confirm"),
    A.AMEND: ("补正", "Amend"),
}

# fmt: off
SYSTEM_BUILT = Lifecycle(
    name="system_built", title=("建立完善制度", "System made or revised"), initial=S.REGISTERED,
    final=[S.CONFIRMED], labels=LABELS, rows=[
    Row("G9", (S.REGISTERED,),                  A.CONFIRM,     S.CONFIRMED,     CONFIRMERS, ("S1",),
        event="system_built.confirmed"),
    Row("G9", (S.REGISTERED,),                  A.NOT_CONFIRM, S.NOT_CONFIRMED, CONFIRMERS, ("S1",)),
    Row("G9", (S.REGISTERED, S.NOT_CONFIRMED),  A.AMEND,       S.REGISTERED,    OWNER),
])
# fmt: on
