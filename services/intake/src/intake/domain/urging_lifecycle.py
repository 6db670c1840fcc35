"""The life of an urging (催办、交办、督办), as one table: it ends by an answer, or goes on harder.

Rule: A8, B4 of the book of rules; the steps are defaults of this product (P).
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum, auto
from uuid import UUID

from intake.domain.chasing import ADDRESSED
from shared.auth.roles import Role
from shared.lifecycle import SYSTEM, Guard, Lifecycle, Row, by


class UrgingState(StrEnum):
    """Where an urging stands."""

    DRAFTED = auto()
    ISSUED = auto()
    READ = auto()
    ANSWERED = auto()
    CLOSED = auto()
    ESCALATED = auto()
    LAPSED = auto()
    WITHDRAWN = auto()


class UrgingAction(StrEnum):
    """What can be done with an urging."""

    ISSUE = auto()
    WITHDRAW = auto()
    SIGN_FOR = auto()
    ANSWER = auto()
    RETURN = auto()
    CLOSE = auto()
    ESCALATE = auto()
    LAPSE = auto()


@dataclass(frozen=True, slots=True)
class Urging:
    """One urging: on which matter, how hard, on what ground, whom, and by when it must be answered.

    `round` counts the urgings of the matter; `follows` is the one before that was not answered.
    """

    id: UUID
    number: str | None
    state: str
    version: int
    holder_path: str
    secrecy: str
    object_type: str
    object_id: UUID
    kind: str
    level: str
    basis: str
    to_path: str
    round: int
    due_on: date | None = None
    issued_on: date | None = None
    answered_on: date | None = None
    follows: UUID | None = None
    escalated_to: str | None = None


@dataclass(frozen=True, slots=True)
class UrgingFacts:
    """What the guards of an urging look at."""

    level_rises: bool = True
    is_overdue: bool = True
    next_is_right: bool = True
    is_quoted: bool = False


level_rises = Guard("level_must_rise", lambda f: f.level_rises)
is_overdue = Guard("urging_not_overdue", lambda f: f.is_overdue)
next_is_right = Guard("level_comes_first", lambda f: f.next_is_right)

S, A = UrgingState, UrgingAction
ISSUER = by(Role.PETITION_OFFICER)
ADDRESSEE = by(
    Role.COMPETENT_DEPARTMENT, Role.HANDLER, Role.PETITION_OFFICER, Role.DISTRICT_COMMISSION, Role.TOWN_COMMISSION,
    capacity=ADDRESSED,
)  # fmt: skip
UNANSWERED = (S.ISSUED, S.READ)

LABELS = {
    S.DRAFTED: ("已拟稿", "Drafted"),
    S.ISSUED: ("已发出", "Issued"),
    S.READ: ("已签收", "Signed for"),
    S.ANSWERED: ("已答复", "Answered"),
    S.CLOSED: ("已销号", "Closed"),
    S.ESCALATED: ("已升级", "Escalated"),
    S.LAPSED: ("因事项办结而终止", "Lapsed with its matter"),
    S.WITHDRAWN: ("已撤回", "Withdrawn"),
    A.ISSUE: ("发出", "Issue"),
    A.WITHDRAW: ("撤回", "Withdraw"),
    A.SIGN_FOR: ("签收", "Sign for"),
    A.ANSWER: ("答复督办", "Answer"),
    A.RETURN: ("退回补充答复", "Return for a better answer"),
    A.CLOSE: ("销号", "Close"),
    A.ESCALATE: ("升级", "Escalate"),
    A.LAPSE: ("终止", "Lapse"),
}

# fmt: off
URGING = Lifecycle(
    name="urging", title=("督办", "Urging"), initial=S.DRAFTED, final=[S.CLOSED, S.ESCALATED, S.LAPSED, S.WITHDRAWN],
    labels=LABELS, rows=[
    Row("U-1", (S.DRAFTED,),  A.ISSUE,    S.ISSUED,    ISSUER, ("S2",), needs=(level_rises,), documents=("督办函",),
        starts=("P-U",), event="urging.issued", basis="RPT Art 22"),
    Row("U-2", (S.DRAFTED,),  A.WITHDRAW, S.WITHDRAWN, ISSUER),
    Row("U-3", (S.ISSUED,),   A.SIGN_FOR, S.READ,      ADDRESSEE, event="urging.signed_for"),
    Row("U-4", UNANSWERED,    A.ANSWER,   S.ANSWERED,  ADDRESSEE, ("S1",), documents=("督办答复",), stops=("P-U",),
        event="urging.answered", basis="RPT Art 22"),
    Row("U-5", (S.ANSWERED,), A.RETURN,   S.ISSUED,    ISSUER, starts=("P-U",), event="urging.returned"),
    Row("U-6", (S.ANSWERED,), A.CLOSE,    S.CLOSED,    ISSUER, event="urging.closed"),
    Row("U-7", UNANSWERED,    A.ESCALATE, S.ESCALATED, ISSUER, ("S2",), needs=(is_overdue, next_is_right),
        event="urging.escalated", basis="RPT Art 22"),
    Row("U-8", UNANSWERED,    A.LAPSE,    S.LAPSED,    (SYSTEM,), event="urging.lapsed"),
])
# fmt: on
"""Who signs `issue` depends on the level (`chasing.GRADES`); S2 is what yellow needs."""
