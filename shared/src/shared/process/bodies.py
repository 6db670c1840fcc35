"""The bodies every action and every object share."""

from __future__ import annotations

from datetime import date
from typing import Annotated
from uuid import UUID

from pydantic import Field

from shared.http.models import Input, Output, Text


class Command(Input):
    """The body of an action: the officer's written opinion, and what the action needs besides."""

    opinion: Annotated[Text(0, 5000), Field(description="办理意见 · the officer's written opinion")] = ""  # type: ignore[valid-type]


class StepOut(Output):
    """One level of a sign-off."""

    level: str
    state: str


class SignOffOut(Output):
    """A proposal that waits for signatures, or waited."""

    id: UUID
    object_type: str
    object_id: UUID
    action: str
    rule: str
    state: str
    version: int
    document_sha256: str
    proposed_at: str
    steps: list[StepOut]


class SignOffAnswer(Output):
    """What an action answers when leaders must sign first."""

    sign_off: SignOffOut


class ClockOut(Output):
    """A deadline as answers show it."""

    rule: str
    due_on: date
    amount: int
    unit: str
    state: str
    provisional: bool
    calendar_version: str
    held_by: str


class ObjectOut(Output):
    """What every object that moves through a process shows."""

    id: UUID
    number: str | None
    state: str
    version: int
    holder: str
    secrecy: str
    clocks: list[ClockOut]
    allowed_actions: list[str]
    pending_sign_offs: list[SignOffOut]
