"""The life of a consultation on problems (问题会商): held with a conclusion, answered where asked, closed.

Rule: chapter 7 of the book of rules, 7.1 and 7.2.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum, auto

from rectification.domain.organization_lifecycle import INSPECTED
from shared.auth.roles import Role
from shared.lifecycle import Guard, Lifecycle, Row, by

CONSULTED = "consulted"
"""Capacity of the bodies that take part in a consultation without having called it."""


class ConsultationState(StrEnum):
    """Where a consultation stands."""

    HELD = auto()
    ANSWERED = auto()
    CLOSED = auto()


class ConsultationAction(StrEnum):
    """What can be done with a consultation."""

    ANSWER = auto()
    CLOSE = auto()


@dataclass(frozen=True, slots=True)
class ConsultationFacts:
    """What the guards look at."""

    is_answered_or_none_asked: bool = True


answer_is_there = Guard("consultation_unanswered", lambda f: f.is_answered_or_none_asked)

S, A = ConsultationState, ConsultationAction
BODIES = by(Role.INSPECTION_OFFICE, Role.HANDLER, Role.ORGANIZATION_DEPARTMENT)

LABELS = {
    S.HELD: ("已会商", "Held"),
    S.ANSWERED: ("已答复", "Answered"),
    S.CLOSED: ("已了结", "Closed"),
    A.ANSWER: ("答复落实情况", "Answer"),
    A.CLOSE: ("了结", "Close"),
}

# fmt: off
CONSULTATION = Lifecycle(
    name="issue_consultation", title=("问题会商", "Consultation on problems"), initial=S.HELD,
    final=[S.CLOSED], labels=LABELS, rows=[
    Row("7.1", (S.HELD,),            A.ANSWER, S.ANSWERED, by(Role.INSPECTED_ORGANIZATION, capacity=INSPECTED)),
    Row("7.1", (S.HELD, S.ANSWERED), A.CLOSE,  S.CLOSED,   BODIES, needs=(answer_is_there,)),
])
# fmt: on
