"""The life of a work reminder (工作提醒) to a department, as one table: sent, answered, visited, and what came of it.

Rule: B9 of the book of rules.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum, auto
from uuid import UUID

from intake.domain.chasing import ADDRESSED
from shared.auth.roles import Role
from shared.lifecycle import Guard, Lifecycle, Row, by


class WorkReminderState(StrEnum):
    """Where a reminder stands."""

    DRAFTED = auto()
    SENT = auto()
    ANSWERED = auto()
    FOLLOWED_UP = auto()
    CLOSED = auto()
    WITHDRAWN = auto()


class WorkReminderAction(StrEnum):
    """What can be done with a reminder."""

    SEND = auto()
    WITHDRAW = auto()
    ANSWER = auto()
    VISIT = auto()
    RECORD_RESULT = auto()
    CLOSE = auto()


@dataclass(frozen=True, slots=True)
class WorkReminder:
    """One letter to a department about one or several demands."""

    id: UUID
    number: str | None
    state: str
    version: int
    holder_path: str
    secrecy: str
    to_path: str
    due_on: date
    sent_on: date | None = None
    answered_on: date | None = None


@dataclass(frozen=True, slots=True)
class WorkReminderFacts:
    """What the guards of a reminder look at."""

    has_every_result: bool = True
    matter_is_in_it: bool = True


has_every_result = Guard("results_missing", lambda f: f.has_every_result)
matter_is_in_it = Guard("matter_not_in_reminder", lambda f: f.matter_is_in_it)

S, A = WorkReminderState, WorkReminderAction
ISSUER = by(Role.PETITION_OFFICER)
DEPARTMENT = by(Role.COMPETENT_DEPARTMENT, capacity=ADDRESSED)

LABELS = {
    S.DRAFTED: ("已拟稿", "Drafted"),
    S.SENT: ("已发出", "Sent"),
    S.ANSWERED: ("已回复", "Answered"),
    S.FOLLOWED_UP: ("已跟踪回访", "Followed up"),
    S.CLOSED: ("已销号", "Closed"),
    S.WITHDRAWN: ("已撤回", "Withdrawn"),
    A.SEND: ("发出", "Send"),
    A.WITHDRAW: ("撤回", "Withdraw"),
    A.ANSWER: ("回复工作提醒", "Answer"),
    A.VISIT: ("跟踪回访", "Visit"),
    A.RECORD_RESULT: ("登记成效", "Record a result"),
    A.CLOSE: ("销号", "Close"),
}

# fmt: off
WORK_REMINDER = Lifecycle(
    name="work_reminder", title=("工作提醒", "Work reminder"), initial=S.DRAFTED, final=[S.CLOSED, S.WITHDRAWN],
    labels=LABELS, rows=[
    Row("B9", (S.DRAFTED,),                           A.SEND,          S.SENT,        ISSUER, ("S2",),
        documents=("工作提醒函",), starts=("P-B9",), event="work_reminder.sent"),
    Row("B9", (S.DRAFTED,),                           A.WITHDRAW,      S.WITHDRAWN,   ISSUER),
    Row("B9", (S.SENT,),                              A.ANSWER,        S.ANSWERED,    DEPARTMENT, ("S1",),
        documents=("回复",), stops=("P-B9",), event="work_reminder.answered"),
    Row("B9", (S.SENT, S.ANSWERED, S.FOLLOWED_UP),    A.VISIT,         S.FOLLOWED_UP, ISSUER,
        documents=("回访记录",), event="work_reminder.visited"),
    Row("B9", (S.FOLLOWED_UP,),                       A.ANSWER,        S.FOLLOWED_UP, DEPARTMENT, ("S1",),
        documents=("回复",), stops=("P-B9",), event="work_reminder.answered"),
    Row("B9", (S.ANSWERED,),                          A.RECORD_RESULT, S.ANSWERED,    ISSUER,
        needs=(matter_is_in_it,), event="work_reminder.result_recorded"),
    Row("B9", (S.FOLLOWED_UP,),                       A.RECORD_RESULT, S.FOLLOWED_UP, ISSUER,
        needs=(matter_is_in_it,), event="work_reminder.result_recorded"),
    Row("B9", (S.FOLLOWED_UP,),                       A.CLOSE,         S.CLOSED,      ISSUER,
        needs=(has_every_result,), stops=("P-B9",), event="work_reminder.closed"),
])
# fmt: on
"""Only what was visited is closed: the department's word is not the result."""
