"""The life of a consultation (会商), as one table.

Rule: chapter 6 of the book of rules; every voice is kept, dissent too, and a decision names what follows from it.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum, auto
from uuid import UUID

from casework.domain.linkage.capacities import HEADS, OFFICERS, PARTICIPANT
from shared.auth.roles import Role
from shared.lifecycle import Guard, Lifecycle, Row, by


class Position(StrEnum):
    """What somebody thinks of what is proposed."""

    AGREE = auto()
    DISSENT = auto()
    RESERVE = auto()


class Decided(StrEnum):
    """What a decision brings about."""

    BOARD_TASK = auto()
    CLUE = auto()
    SUPERVISION = auto()


@dataclass(frozen=True, slots=True)
class Consultation:
    """One consultation of those who work a task; agenda, opinions and resolution lie sealed."""

    id: UUID
    number: str | None
    state: str
    version: int
    holder_path: str
    secrecy: str
    task_id: UUID
    held_on: date
    dissents: int = 0
    resolved_on: date | None = None


class ConsultationState(StrEnum):
    """Where a consultation stands."""

    CALLED = auto()
    RESOLVED = auto()
    CANCELLED = auto()


class ConsultationAction(StrEnum):
    """What can be done with it."""

    GIVE_OPINION = auto()
    RESOLVE = auto()
    CANCEL = auto()


@dataclass(frozen=True, slots=True)
class ConsultationFacts:
    """What the guards look at. `unheard` neither spoke nor were excused, `misplaced` are decisions for outsiders."""

    is_participant: bool = True
    has_spoken: bool = False
    unheard: int = 0
    dissent_is_answered: bool = True
    misplaced: int = 0
    conflicted: int = 0


is_participant = Guard("not_a_participant", lambda f: f.is_participant)
speaks_once = Guard("opinion_already_given", lambda f: not f.has_spoken)
everybody_is_heard = Guard("opinion_missing", lambda f: f.unheard == 0)
dissent_is_answered = Guard("dissent_not_answered", lambda f: f.dissent_is_answered)
doers_take_part = Guard("not_in_the_team", lambda f: f.misplaced == 0)
nobody_is_conflicted = Guard("recusal_conflict", lambda f: f.conflicted == 0)

S, A = ConsultationState, ConsultationAction
HEAD = by(Role.OFFICE_HEAD)
SPEAKER = by(*OFFICERS, *(role for role in HEADS if role not in OFFICERS), capacity=PARTICIPANT)
LABELS = {
    S.CALLED: ("已召集", "Called"),
    S.RESOLVED: ("已形成决议", "Resolved"),
    S.CANCELLED: ("已取消", "Cancelled"),
    A.GIVE_OPINION: ("发表意见", "Give an opinion"),
    A.RESOLVE: ("形成决议", "Resolve"),
    A.CANCEL: ("取消", "Cancel"),
}

# fmt: off
CONSULTATION = Lifecycle(
    name="consultation", title=("会商", "Consultation"), initial=S.CALLED, final=[S.RESOLVED, S.CANCELLED],
    labels=LABELS, rows=[
    Row("6.1", (S.CALLED,), A.GIVE_OPINION, S.CALLED,    SPEAKER, needs=(is_participant, speaks_once)),
    Row("6.1", (S.CALLED,), A.RESOLVE,      S.RESOLVED,  HEAD,
        needs=(everybody_is_heard, dissent_is_answered, doers_take_part, nobody_is_conflicted),
        documents=("会商纪要",), event="consultation.resolved"),
    Row("6.1", (S.CALLED,), A.CANCEL,       S.CANCELLED, HEAD, event="consultation.cancelled"),
])
# fmt: on
