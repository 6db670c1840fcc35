"""The life of a request to quote a report after all (引用原文审批), as one table: two people must allow it.

Rule: 1.4 point 5, C-3.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum, auto
from uuid import UUID

from shared.auth.roles import Role
from shared.lifecycle import Guard, Lifecycle, Row, by

ASKING = "asking"
"""Capacity of the organisation whose officer asked."""


class QuotationState(StrEnum):
    """Where a request stands."""

    ASKED = auto()
    CLEARED = auto()
    REFUSED = auto()


class QuotationAction(StrEnum):
    """What can be done with a request."""

    CLEAR = auto()
    REFUSE = auto()


@dataclass(frozen=True, slots=True)
class Quotation:
    """One text that somebody wants to send although it quotes. `digest` is the keyed hash of its signs."""

    id: UUID
    number: str | None
    state: str
    version: int
    holder_path: str
    secrecy: str
    object_type: str
    object_id: UUID
    digest: bytes
    asked_by: str


@dataclass(frozen=True, slots=True)
class QuotationFacts:
    """What the guards of a request look at."""

    is_own: bool


is_not_own = Guard("own_proposal", lambda f: not f.is_own)

S, A = QuotationState, QuotationAction
HEAD = by(Role.OFFICE_HEAD)

LABELS = {
    S.ASKED: ("待审批", "Asked"),
    S.CLEARED: ("准予引用", "Cleared"),
    S.REFUSED: ("不予引用", "Refused"),
    A.CLEAR: ("准予引用", "Clear"),
    A.REFUSE: ("不予引用", "Refuse"),
}

# fmt: off
QUOTATION = Lifecycle(
    name="quotation", title=("引用原文审批", "Quotation"), initial=S.ASKED, final=[S.CLEARED, S.REFUSED],
    labels=LABELS, rows=[
    Row("C-3", (S.ASKED,), A.CLEAR,  S.CLEARED, HEAD, ("S2",), needs=(is_not_own,), basis="RPT Art 47(3)"),
    Row("C-3", (S.ASKED,), A.REFUSE, S.REFUSED, HEAD,          needs=(is_not_own,), basis="RPT Art 47(3)"),
])
# fmt: on
"""The office's head proposes, the deputy leader signs: two people besides the one who wrote the text."""
