"""What the inbox is asked, and how it answers."""

from __future__ import annotations

from typing import Annotated, Literal
from uuid import UUID

from pydantic import Field

from shared.http.fields import Day
from shared.http.filters import CountOut
from shared.http.models import Output
from shared.http.paging import PageQuery


class DutyOut(Output):
    """An action the caller may do, and how many objects wait for it."""

    object_type: str
    collection: str
    action: str
    label: Annotated[str, Field(examples=["转办"])]
    count: int
    at_least: bool


class InboxOut(Output):
    """What waits for the caller."""

    sign_offs: Annotated[CountOut, Field(description="待本人签批 · signatures")]
    duties: Annotated[list[DutyOut], Field(description="可由本人办理，按动作 · moves")]
    overdue: Annotated[CountOut, Field(description="本人可见的超期期限 · overdue deadlines")]
    due_soon: Annotated[CountOut, Field(description="本人可见的临期期限 · deadlines due soon")]


class WaitingOut(Output):
    """An object that waits, as much as a list of work needs."""

    object_type: str
    collection: str
    id: UUID
    number: str | None
    state: str
    state_label: str
    holder: str
    allowed_actions: list[str]
    due_on: Annotated[Day | None, Field(description="最近的期限 · the nearest deadline")]


class WaitingPage(Output):
    """A page of objects that wait, oldest first."""

    items: list[WaitingOut]
    next_cursor: str | None


class DutyQuery(PageQuery):
    """Which duty is asked for."""

    object_type: Annotated[
        str, Field(max_length=63, description="对象类型 · what kind of object", examples=["demand"])
    ]
    action: Annotated[str, Field(max_length=63, description="动作 · the action", examples=["forward"])]


class DeadlineQuery(PageQuery):
    """Which deadlines are asked for."""

    state: Annotated[
        Literal["overdue", "due_soon"], Field(description="超期或临期 · overdue or due soon")
    ] = "overdue"
    object_type: Annotated[str | None, Field(max_length=63, description="对象类型 · what kind of object")] = (
        None
    )
    ours: Annotated[bool, Field(description="计入本单位的 · charged to the caller's organisation")] = False


class DeadlineOut(Output):
    """A deadline, and the object it is about."""

    object_type: str
    collection: str
    object_id: UUID
    number: str | None
    state: str
    state_label: str
    rule: str
    due_on: Day
    held_by: str | None


class DeadlinePage(Output):
    """A page of deadlines, the most urgent first."""

    items: list[DeadlineOut]
    next_cursor: str | None
