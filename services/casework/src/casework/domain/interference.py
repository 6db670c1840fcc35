"""The interference register (过问干预登记): who asked about a matter, meddled in it or pleaded, and what came of it.

Rule: 1.7, SL Art 66, OFF Art 46, ENF Art 64.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum, auto
from uuid import UUID

from shared.auth.roles import Role
from shared.lifecycle import Guard, Lifecycle, Row, by

REGISTRANT = "registrant"
"""Capacity of the officer who reported an entry, and sees what becomes of it."""


class InterferenceType(StrEnum):
    """What somebody did (过问干预类型)."""

    INQUIRY = auto()
    MEDDLING = auto()
    PLEADING = auto()
    UNAPPROVED_CONTACT = auto()
    UNDECLARED_RELATION = auto()


class InterferenceOutcome(StrEnum):
    """What came of an entry (登记后处理)."""

    NOTED = auto()
    REMINDED = auto()
    TRANSFERRED_AS_CLUE = auto()


class Channel(StrEnum):
    """How it came (过问渠道)."""

    IN_PERSON = auto()
    PHONE = auto()
    MESSAGE = auto()
    LETTER = auto()
    MEETING = auto()
    THIRD_PARTY = auto()


class InterferenceState(StrEnum):
    """Where an entry stands; none is ever taken out."""

    REGISTERED = auto()
    DISPOSED = auto()


class InterferenceAction(StrEnum):
    """What can be done with an entry."""

    FOLLOW_UP = auto()
    DISPOSE = auto()


@dataclass(frozen=True, slots=True)
class Interference:
    """One entry: codes, days and ids. Who did it, towards whom and in which words lies sealed.

    `occurred_at` is the time of day too; entries made while only the day was asked have none, and mean midnight.
    `matter_type` and `matter_id` name the matter; `is_late` when it was not registered on the day it was known.
    """

    id: UUID
    number: str | None
    state: str
    version: int
    holder_path: str
    secrecy: str
    kind: str
    channel: str
    occurred_on: date
    known_on: date
    is_late: bool
    matter_type: str
    matter_id: UUID
    outcome: str | None = None
    clue_id: UUID | None = None
    occurred_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class InterferenceFacts:
    """What the guards look at."""

    is_registrant: bool = False


is_not_registrant = Guard("own_interference_entry", lambda f: not f.is_registrant)

S, A = InterferenceState, InterferenceAction
SUPERVISOR = by(Role.CADRE_SUPERVISOR)
LABELS = {
    S.REGISTERED: ("已登记", "Registered"),
    S.DISPOSED: ("已处理", "Disposed"),
    A.FOLLOW_UP: ("跟进", "Follow up"),
    A.DISPOSE: ("处理", "Dispose"),
}

# fmt: off
INTERFERENCE = Lifecycle(
    name="interference", title=("过问干预登记", "Interference"), initial=S.REGISTERED, final=[S.DISPOSED], labels=LABELS,
    rows=[
    Row("1.7", (S.REGISTERED,), A.FOLLOW_UP, S.REGISTERED, SUPERVISOR, basis="SL Art 66"),
    Row("1.7", (S.REGISTERED,), A.DISPOSE,   S.DISPOSED,   SUPERVISOR, needs=(is_not_registrant,),
        documents=("处理意见",), event="interference.disposed", basis="SL Art 66; ENF Art 64"),
])
# fmt: on
"""S3 signs the disposal that becomes a clue about one of our own."""
