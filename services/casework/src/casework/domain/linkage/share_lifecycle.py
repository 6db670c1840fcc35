"""The life of a sharing of one clue or file inside a team (共享), as one table.

Rule: E5 of the book of rules; 1.4. Who may know is a list, and each file is signed for.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum, auto
from uuid import UUID

from shared.auth.roles import Role
from shared.lifecycle import Guard, Lifecycle, Row, by


class Shared(StrEnum):
    """What is shared."""

    CLUE = auto()
    FILE = auto()


@dataclass(frozen=True, slots=True)
class Share:
    """One clue or file, and the officers who shall know of it."""

    id: UUID
    number: str | None
    state: str
    version: int
    holder_path: str
    secrecy: str
    task_id: UUID
    object_type: str
    object_id: UUID
    officer_ids: tuple[str, ...]


class ShareState(StrEnum):
    """Where a sharing stands."""

    PROPOSED = auto()
    SHARED = auto()
    ENDED = auto()


class ShareAction(StrEnum):
    """What can be done with it."""

    SHARE = auto()
    END = auto()


@dataclass(frozen=True, slots=True)
class ShareFacts:
    """What the guards look at: whether everybody on the list is in the team today, and may know."""

    outsiders: int = 0
    conflicted: int = 0


are_members = Guard("not_in_the_team", lambda f: f.outsiders == 0)
nobody_is_conflicted = Guard("recusal_conflict", lambda f: f.conflicted == 0)

S, A = ShareState, ShareAction
OFFICE = by(Role.HANDLER, Role.OFFICE_HEAD)
LABELS = {
    S.PROPOSED: ("拟共享", "Proposed"),
    S.SHARED: ("已共享", "Shared"),
    S.ENDED: ("已终止", "Ended"),
    A.SHARE: ("共享", "Share"),
    A.END: ("终止共享", "End"),
}

# fmt: off
SHARE = Lifecycle(
    name="share", title=("材料共享", "Share"), initial=S.PROPOSED, final=[S.ENDED], labels=LABELS, rows=[
    Row("E5", (S.PROPOSED,),           A.SHARE, S.SHARED, OFFICE, ("S2",), needs=(are_members, nobody_is_conflicted),
        documents=("知悉范围清单",), event="share.shared"),
    Row("E5", (S.PROPOSED, S.SHARED),  A.END,   S.ENDED,  OFFICE, event="share.ended"),
])
# fmt: on
