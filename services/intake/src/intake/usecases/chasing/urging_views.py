"""What is seen of an urging: the letter and its answer by those it was sent to, never the matter itself."""

from datetime import date
from typing import Any
from uuid import UUID

from intake.domain.chasing import Level, audience
from intake.domain.urging_lifecycle import Urging
from intake.store.urgings import open_letters, reminders_of
from shared.db import Reader
from shared.directory.paths import code_of
from shared.http.models import ObjectOut, Output
from shared.process.desk import Desk
from shared.process.process import Viewer


class ReminderOut(Output):
    """A reminder that went out."""

    ordinal: int
    sent_on: date


class UrgingOut(ObjectOut):
    """An urging; in lists without its letters and reminders."""

    object_type: str
    object_id: UUID
    kind: str
    level: str
    basis: str
    to: str
    audience: list[str]
    round: int
    due_on: date | None
    issued_on: date | None
    answered_on: date | None
    follows: UUID | None
    escalated_to: str | None
    letter: str | None
    reply: str | None
    reminders: list[ReminderOut]


async def view_urging(reader: Reader, desk: Desk, urging: Urging, viewer: Viewer) -> dict[str, Any]:
    """Return an urging's own fields."""
    shown: dict[str, Any] = {
        "object_type": urging.object_type,
        "object_id": urging.object_id,
        "kind": urging.kind,
        "level": urging.level,
        "basis": urging.basis,
        "to": code_of(urging.to_path),
        "audience": [code_of(path) for path in audience(Level(urging.level), urging.to_path)],
        "round": urging.round,
        "due_on": urging.due_on,
        "issued_on": urging.issued_on,
        "answered_on": urging.answered_on,
        "follows": urging.follows,
        "escalated_to": urging.escalated_to,
    }
    if viewer.brief:
        return {**shown, "letter": None, "reply": None, "reminders": []}
    letters = await open_letters(reader, desk.seals, urging.id)
    return {**shown, **letters, "reminders": await reminders_of(reader, urging.id)}
