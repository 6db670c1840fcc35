"""A special meeting on clues (问题线索专题会议) and its life: minutes are drafted, then confirmed by who chaired.

Rule: C11, ENF Art 24.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum, auto
from uuid import UUID

from shared.auth.roles import Role
from shared.lifecycle import Guard, Lifecycle, Row, by

NEXT_MEETING = "P-C11"


class ClueMeetingState(StrEnum):
    """Where the minutes stand."""

    DRAFTED = auto()
    CONFIRMED = auto()


class ClueMeetingAction(StrEnum):
    """What can be done with the minutes."""

    REVISE = auto()
    CONFIRM = auto()


@dataclass(frozen=True, slots=True)
class ClueMeeting:
    """A meeting: when it was held, on which focus areas; minutes, attendees and decisions lie sealed."""

    id: UUID
    number: str | None
    state: str
    version: int
    holder_path: str
    secrecy: str
    held_on: date
    fields: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ClueMeetingFacts:
    """What the guards look at."""

    unknown_clues: int = 0


clues_are_known = Guard("clue_unknown", lambda f: f.unknown_clues == 0)

S, A = ClueMeetingState, ClueMeetingAction
KEEPERS = by(Role.CASE_MANAGER, Role.PRINCIPAL_LEADER)
LABELS = {
    S.DRAFTED: ("纪要拟定中", "Minutes drafted"),
    S.CONFIRMED: ("纪要已确认", "Minutes confirmed"),
    A.REVISE: ("修改纪要", "Revise the minutes"),
    A.CONFIRM: ("确认纪要", "Confirm the minutes"),
}

# fmt: off
CLUE_MEETING = Lifecycle(
    name="clue_meeting", title=("线索专题会议", "Clue meeting"), initial=S.DRAFTED, final=[S.CONFIRMED], labels=LABELS,
    rows=[
    Row("C11", (S.DRAFTED,), A.REVISE,  S.DRAFTED,   KEEPERS, needs=(clues_are_known,), basis="ENF Art 24"),
    Row("C11", (S.DRAFTED,), A.CONFIRM, S.CONFIRMED, by(Role.PRINCIPAL_LEADER), documents=("会议纪要",),
        starts=(NEXT_MEETING,), event="clue_meeting.confirmed", basis="ENF Art 24"),
])
# fmt: on
"""P-C11 runs at the last meeting of a ledger, from the day it was held, until the minutes of a later one are confirmed.

Before the first meeting it runs at the ledger's first reconciliation, from the day that was opened: a ledger is never
without a day by which it meets.
"""
