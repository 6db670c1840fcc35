"""The life of a piece of work on a task's shared board (任务清单), as one table.

Rule: E7 of the book of rules; every piece has a day by which it is due.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum, auto
from uuid import UUID

from casework.domain.linkage.capacities import ASSIGNED_BODY, ASSIGNEE, HEADS, OFFICERS, WATCHED
from shared.auth.roles import Role
from shared.lifecycle import Lifecycle, Row, by


@dataclass(frozen=True, slots=True)
class BoardTask:
    """A piece of work given to an organisation or to one officer; what it is lies sealed.

    `is_supervision` is a matter an organisation is watched for (督办事项), inside the task or not.
    """

    id: UUID
    number: str | None
    state: str
    version: int
    holder_path: str
    secrecy: str
    task_id: UUID
    given_to_path: str
    due_on: date
    officer_id: str | None = None
    login: str | None = None
    consultation_id: UUID | None = None
    returns: int = 0
    reported_on: date | None = None
    is_supervision: bool = False


class BoardTaskState(StrEnum):
    """Where a piece of work stands."""

    ASSIGNED = auto()
    ACCEPTED = auto()
    REPORTED = auto()
    DONE = auto()
    WITHDRAWN = auto()


class BoardTaskAction(StrEnum):
    """What can be done with it."""

    ACCEPT = auto()
    REPORT = auto()
    RETURN = auto()
    CONFIRM = auto()
    WITHDRAW = auto()


S, A = BoardTaskState, BoardTaskAction
HEAD = by(Role.OFFICE_HEAD)
DOER = (*by(*OFFICERS, capacity=ASSIGNEE), *by(*HEADS, *WATCHED, capacity=ASSIGNED_BODY))

LABELS = {
    S.ASSIGNED: ("已交办", "Assigned"),
    S.ACCEPTED: ("已领办", "Accepted"),
    S.REPORTED: ("已报结果", "Reported"),
    S.DONE: ("已完成", "Done"),
    S.WITHDRAWN: ("已撤销", "Withdrawn"),
    A.ACCEPT: ("领办", "Accept"),
    A.REPORT: ("报告结果", "Report"),
    A.RETURN: ("退回", "Return"),
    A.CONFIRM: ("确认完成", "Confirm"),
    A.WITHDRAW: ("撤销", "Withdraw"),
}

# fmt: off
BOARD_TASK = Lifecycle(
    name="board_task", title=("任务清单", "Board task"), initial=S.ASSIGNED, final=[S.DONE, S.WITHDRAWN],
    labels=LABELS, rows=[
    Row("E7", (S.ASSIGNED,),             A.ACCEPT,   S.ACCEPTED,  DOER),
    Row("E7", (S.ASSIGNED, S.ACCEPTED),  A.REPORT,   S.REPORTED,  DOER, documents=("工作情况",), stops=("P-E7",),
        event="board_task.reported"),
    Row("E7", (S.REPORTED,),             A.RETURN,   S.ACCEPTED,  HEAD, starts=("P-E7",)),
    Row("E7", (S.REPORTED,),             A.CONFIRM,  S.DONE,      HEAD, event="board_task.done"),
    Row("E7", (S.ASSIGNED, S.ACCEPTED, S.REPORTED), A.WITHDRAW, S.WITHDRAWN, HEAD),
])
# fmt: on
