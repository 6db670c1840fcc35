"""The life of the lighter papers: work reminder, reminder interview, internal notice. Counted apart.

Rule: chapter 10 of the book of rules; chapter 9, G8.
"""

from __future__ import annotations

from enum import StrEnum, auto

from rectification.domain.recommendation_lifecycle import OFFICE, RECEIVER
from shared.auth.roles import Role
from shared.lifecycle import Lifecycle, Row, by


class ReminderState(StrEnum):
    """Where a lighter paper stands."""

    DRAFTED = auto()
    DELIVERED = auto()
    ANSWERED = auto()
    CLOSED = auto()
    WITHDRAWN = auto()


class ReminderAction(StrEnum):
    """What can be done with a lighter paper."""

    REVISE_DRAFT = auto()
    DELIVER = auto()
    ANSWER = auto()
    RETURN_ANSWER = auto()
    CLOSE = auto()
    WITHDRAW = auto()


class ReminderKind(StrEnum):
    """The three lighter papers."""

    WORK_REMINDER = auto()
    REMINDER_INTERVIEW = auto()
    INTERNAL_NOTICE = auto()


S, A = ReminderState, ReminderAction
ISSUER = (*OFFICE, *by(Role.INSPECTION_OFFICE))

LABELS = {
    S.DRAFTED: ("已起草", "Drafted"),
    S.DELIVERED: ("已送达", "Delivered"),
    S.ANSWERED: ("已报告整改情况", "Answered"),
    S.CLOSED: ("已办结", "Closed"),
    S.WITHDRAWN: ("已撤回", "Withdrawn"),
    A.REVISE_DRAFT: ("修改", "Revise the draft"),
    A.DELIVER: ("送达", "Deliver"),
    A.ANSWER: ("报告整改情况", "Answer"),
    A.RETURN_ANSWER: ("退回", "Return the answer"),
    A.CLOSE: ("办结", "Close"),
    A.WITHDRAW: ("撤回", "Withdraw"),
}

# fmt: off
REMINDER = Lifecycle(
    name="reminder", title=("提醒、约谈与通报", "Reminder, interview or notice"), initial=S.DRAFTED,
    final=[S.CLOSED, S.WITHDRAWN], labels=LABELS, rows=[
    Row("10", (S.DRAFTED,),   A.REVISE_DRAFT,  S.DRAFTED,   ISSUER),
    Row("10", (S.DRAFTED,),   A.DELIVER,       S.DELIVERED, ISSUER,   ("S2",), documents=("提醒函、约谈记录或通报",),
        starts=("P-G8",), event="reminder.delivered"),
    Row("10", (S.DELIVERED,), A.ANSWER,        S.ANSWERED,  RECEIVER, stops=("P-G8",), event="reminder.answered"),
    Row("10", (S.ANSWERED,),  A.RETURN_ANSWER, S.DELIVERED, ISSUER,   starts=("P-G8",)),
    Row("10", (S.ANSWERED,),  A.CLOSE,         S.CLOSED,    ISSUER,   ("S1",), event="reminder.closed"),
    Row("10", (S.DRAFTED,),   A.WITHDRAW,      S.WITHDRAWN, ISSUER),
])
# fmt: on
