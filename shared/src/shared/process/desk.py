"""What a use case has at hand, and what one request brings with it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from shared.attachments.take_in import Keeping
from shared.auth.actor import SYSTEM, Actor
from shared.auth.permissions import PermissionTable
from shared.clock import Clock
from shared.clocks.calendar_source import CalendarSource
from shared.clocks.rules import Deadlines
from shared.db import Database
from shared.directory.cache import DirectoryCache
from shared.http.paging import Cursors
from shared.needtoknow.extents import Extents
from shared.sealing.seals import Seals
from shared.vocabularies import Vocabularies


@dataclass(frozen=True, slots=True)
class Desk:
    """Everything that is made once when the service starts and handed to every use case.

    `processes` are `Process` values by name, `templates` those of its documents; naming their types here would make
    the modules import each other.
    """

    service: str
    db: Database
    clock: Clock
    seals: Seals
    permissions: PermissionTable
    deadlines: Deadlines
    calendar: CalendarSource
    cursors: Cursors
    directory: DirectoryCache
    vocabularies: Vocabularies
    processes: Mapping[str, Any] = field(default_factory=dict)
    clients: Mapping[str, Any] = field(default_factory=dict)
    settings: Any = None
    files: Keeping | None = None
    templates: Any = None
    extents: Extents = field(default_factory=Extents)

    @property
    def keeping(self) -> Keeping:
        """What taking files in needs. Raises: RuntimeError in a service without attachments."""
        if self.files is None:
            raise RuntimeError(f"{self.service} keeps no files")
        return self.files


@dataclass(frozen=True, slots=True)
class Call:
    """One request: who, when, in which language, under which idempotency key, against which version."""

    actor: Actor
    at: datetime
    today: date
    language: str = "zh-CN"
    request_id: str = ""
    route: str = ""
    idempotency_key: str | None = None
    if_match: int | None = None
    purpose: str | None = None


def system_call(desk: Desk, *, route: str) -> Call:
    """Return the call under which the service does something by itself."""
    return Call(actor=SYSTEM, at=desk.clock.now(), today=desk.clock.today(), route=route)
