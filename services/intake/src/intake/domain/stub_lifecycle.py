"""The life of a stub (密封件存根): all that is kept of what belongs to a superior, from receipt to the last trace.

No title, no subject, no text, no attachment, no reporter. Rule: C-6, 1.4 point 4, A5, DL-03.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum, auto
from uuid import UUID

from shared.auth.roles import Role
from shared.lifecycle import SYSTEM, Guard, Lifecycle, Row, by

SEALED_AWAY = "sealed"
"""The holder of what went up: no organisation's path, so nobody's sight reaches it."""


class StubState(StrEnum):
    """Where a sealed matter stands."""

    SEALED = auto()
    FORWARDED = auto()
    CONFIRMED = auto()
    CLEARED = auto()


class StubAction(StrEnum):
    """What can be done with a stub."""

    FORWARD = auto()
    CONFIRM = auto()
    TAKE_OVER = auto()
    CLEAR = auto()


@dataclass(frozen=True, slots=True)
class Stub:
    """One stub. `report_id` leads to what is still sealed here; it is shown to nobody."""

    id: UUID
    number: str | None
    state: str
    version: int
    holder_path: str
    secrecy: str
    channel: str
    received_on: date
    report_id: UUID | None = None
    package_sha256: str | None = None
    forwarded_on: date | None = None
    courier: str | None = None
    signed_for_by: str | None = None
    signed_for_on: date | None = None


@dataclass(frozen=True, slots=True)
class StubFacts:
    """What the guards of a stub look at."""

    is_exported: bool


is_exported = Guard("package_not_exported", lambda f: f.is_exported)

S, A = StubState, StubAction
OFFICER = by(Role.PETITION_OFFICER)

LABELS = {
    S.SEALED: ("已密封", "Sealed"),
    S.FORWARDED: ("已递送", "Forwarded"),
    S.CONFIRMED: ("已签收", "Confirmed"),
    S.CLEARED: ("已清除", "Cleared"),
    A.FORWARD: ("递送", "Forward"),
    A.CONFIRM: ("登记签收", "Confirm"),
    A.TAKE_OVER: ("上级登记", "Taken over above"),
    A.CLEAR: ("清除", "Clear"),
}

# fmt: off
STUB = Lifecycle(
    name="stub", title=("密封件存根", "Stub"), initial=S.SEALED, final=[S.CLEARED], labels=LABELS, rows=[
    Row("A5", (S.SEALED,),    A.FORWARD,   S.FORWARDED, OFFICER, needs=(is_exported,), stops=("DL-03",),
        documents=("密封件递送单",), basis="RPT Art 15"),
    Row("A5", (S.FORWARDED,), A.CONFIRM,   S.CONFIRMED, OFFICER, basis="RPT Art 15"),
    Row("A5", (S.FORWARDED,), A.TAKE_OVER, S.CLEARED,   (SYSTEM,), basis="RPT Art 15"),
    Row("A5", (S.CONFIRMED,), A.CLEAR,     S.CLEARED,   (SYSTEM,), basis="C-6"),
])
# fmt: on
