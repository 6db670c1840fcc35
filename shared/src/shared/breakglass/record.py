"""A record of broken glass as a process: leaders acknowledge it and may end the access before its time."""

from __future__ import annotations

from dataclasses import dataclass, fields
from datetime import datetime
from types import MappingProxyType
from typing import Any
from uuid import UUID

from shared.auth.common_rules import BREAK_GLASS
from shared.breakglass.lifecycle import BREAK_GLASS_LIFECYCLE, BreakGlassAction, BreakGlassFacts
from shared.breakglass.tables import break_glasses
from shared.db import Reader
from shared.db.engine import Row
from shared.http.fields import on_the_wire
from shared.http.models import Instant, ObjectOut
from shared.needtoknow.store import end
from shared.process.bodies import Command
from shared.process.desk import Desk
from shared.process.process import Changes, Move, Process, Step, Viewer


@dataclass(frozen=True, slots=True)
class BreakGlass:
    """Who looks into what by which order, and until when; the reason lies sealed."""

    id: UUID
    number: str | None
    state: str
    version: int
    holder_path: str
    secrecy: str
    created_at: datetime
    object_type: str
    object_id: UUID
    officer_id: str
    order_number: str
    reason: bytes
    until: datetime


class BreakGlassOut(ObjectOut):
    """A record of broken glass; in lists the reason stays closed."""

    object_type: str
    object_id: UUID
    officer_id: UUID
    order_number: str
    reason: str | None
    opened_at: Instant
    until: Instant


_NAMES = tuple(field.name for field in fields(BreakGlass))


def break_glass_of(row: Row) -> BreakGlass:
    """Return a row as a domain object."""
    return BreakGlass(**{name: row[name] for name in _NAMES})


async def view_break_glass(_: Reader, desk: Desk, record: BreakGlass, viewer: Viewer) -> dict[str, Any]:
    """Return the record's own fields."""
    reason = (
        None if viewer.brief else desk.seals.open_text(record.reason, "break_glasses", record.id, "reason")
    )
    return {
        "object_type": record.object_type,
        "object_id": record.object_id,
        "officer_id": record.officer_id,
        "order_number": record.order_number,
        "reason": reason,
        "opened_at": on_the_wire(record.created_at),
        "until": on_the_wire(record.until),
    }


async def end_access(step: Step[BreakGlass, Command]) -> Changes:
    """Let the officer know of the object no longer."""
    record = step.subject
    await end(
        step.tx,
        record.object_id,
        by=step.actor.id,
        at=step.at,
        grantee=record.officer_id,
        capacity=BREAK_GLASS,
    )
    return Changes(event={"object_type": record.object_type, "object_id": str(record.object_id)})


async def facts(step: Step[BreakGlass, Command]) -> BreakGlassFacts:
    """Say whether the caller broke the glass."""
    return BreakGlassFacts(is_own=step.actor.id == step.subject.officer_id)


BREAK_GLASSES: Process[BreakGlass] = Process(
    name=BREAK_GLASS_LIFECYCLE.name,
    collection="break-glasses",
    tag="紧急查阅",
    lifecycle=BREAK_GLASS_LIFECYCLE,
    table=break_glasses,
    of=break_glass_of,
    view=view_break_glass,
    out=BreakGlassOut,
    facts=facts,
    moves=MappingProxyType(
        {BreakGlassAction.ACKNOWLEDGE: Move(), BreakGlassAction.END: Move(apply=end_access)}
    ),
)
