"""The life of renewed feedback (再反馈、再督导): delivered with a date, answered, settled or sent back.

Rule: chapter 7 of the book of rules, F10.
"""

from __future__ import annotations

from enum import StrEnum, auto

from rectification.domain.organization_lifecycle import OFFICE, ORGANISATION
from shared.lifecycle import Lifecycle, Row


class ReFeedbackState(StrEnum):
    """Where renewed feedback stands."""

    DELIVERED = auto()
    ANSWERED = auto()
    SETTLED = auto()


class ReFeedbackAction(StrEnum):
    """What can be done with renewed feedback."""

    ANSWER = auto()
    RETURN_ANSWER = auto()
    SETTLE = auto()


S, A = ReFeedbackState, ReFeedbackAction

LABELS = {
    S.DELIVERED: ("已再反馈", "Delivered"),
    S.ANSWERED: ("已答复", "Answered"),
    S.SETTLED: ("已了结", "Settled"),
    A.ANSWER: ("答复", "Answer"),
    A.RETURN_ANSWER: ("退回答复", "Return the answer"),
    A.SETTLE: ("了结", "Settle"),
}

# fmt: off
RE_FEEDBACK = Lifecycle(
    name="re_feedback", title=("再反馈、再督导", "Renewed feedback"), initial=S.DELIVERED, final=[S.SETTLED],
    labels=LABELS, rows=[
    Row("F10", (S.DELIVERED,), A.ANSWER,        S.ANSWERED,  ORGANISATION, ("S3",), documents=("再反馈答复",),
        stops=("P-F10",), event="re_feedback.answered"),
    Row("F10", (S.ANSWERED,),  A.RETURN_ANSWER, S.DELIVERED, OFFICE,       ("S1",), documents=("退回理由",),
        starts=("P-F10",)),
    Row("F10", (S.ANSWERED,),  A.SETTLE,        S.SETTLED,   OFFICE,       ("S1",), event="re_feedback.settled"),
])
# fmt: on
