"""A request that an officer keep away from a clue (回避申请): by the reporter, the subject, or the officer.

Rule: 1.6, SL Art 67, SANC Arts 47-48.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum, auto
from uuid import UUID

from shared.auth.roles import Role
from shared.lifecycle import Guard, Lifecycle, Row, by


class RequestedBy(StrEnum):
    """Who asks (申请人)."""

    REPORTER = auto()
    SUBJECT = auto()
    OFFICER = auto()


class RecusalDecision(StrEnum):
    """What the head of the organ decides (回避决定)."""

    GRANTED = auto()
    DECLINED = auto()


class EarlierWork(StrEnum):
    """What becomes of what the officer did before (此前工作效力): it stands unless the decision says otherwise."""

    STANDS = auto()
    VOID = auto()


class RecusalRequestState(StrEnum):
    """Where a request stands."""

    FILED = auto()
    DECIDED = auto()


class RecusalRequestAction(StrEnum):
    """What can be done with a request."""

    DECIDE = auto()


@dataclass(frozen=True, slots=True)
class RecusalRequest:
    """One request. A reporter names nobody by login: then `officer_id` is found when it is decided."""

    id: UUID
    number: str | None
    state: str
    version: int
    holder_path: str
    secrecy: str
    clue_id: UUID
    requested_by: str
    ground: str
    officer_id: str | None = None
    decision: str | None = None
    earlier_work: str | None = None


@dataclass(frozen=True, slots=True)
class RecusalRequestFacts:
    """What the guards look at. `decides_on_self` when the head is the one who is to keep away."""

    has_officer: bool = True
    is_known: bool = True
    decides_on_self: bool = False


officer_is_named = Guard("officer_missing", lambda f: f.has_officer)
officer_is_known = Guard("officer_unknown", lambda f: f.is_known)
decides_on_another = Guard("own_recusal", lambda f: not f.decides_on_self)

TO_DECIDE = "P-1.6"
"""Until it is decided the officer goes on with the matter, so the decision has a day."""

S, A = RecusalRequestState, RecusalRequestAction
HEADS = by(Role.PRINCIPAL_LEADER, Role.SUPERIOR_COMMISSION)
LABELS = {
    S.FILED: ("已提出", "Filed"),
    S.DECIDED: ("已决定", "Decided"),
    A.DECIDE: ("决定回避", "Decide"),
}

# fmt: off
RECUSAL_REQUEST = Lifecycle(
    name="recusal_request", title=("回避申请", "Recusal request"), initial=S.FILED, final=[S.DECIDED], labels=LABELS,
    rows=[
    Row("1.6", (S.FILED,), A.DECIDE, S.DECIDED, HEADS, needs=(officer_is_named, officer_is_known, decides_on_another),
        documents=("回避决定书",), stops=(TO_DECIDE,), event="recusal_request.decided", basis="SL Art 67; SANC Art 48"),
])
# fmt: on
"""The head of the organ decides; about the head, the superior organ."""
