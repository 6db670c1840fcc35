"""Urgings: their letters, how hard a matter was chased before, and the reminders of them."""

from __future__ import annotations

from typing import Any
from uuid import UUID

import sqlalchemy as sa

from intake.domain.chasing import Level
from intake.domain.urging_lifecycle import Urging, UrgingState
from intake.store.reminders import sent_about
from intake.store.tables.chasing import UrgingRow
from shared.db import Reader
from shared.db.engine import Row
from shared.sealing.seals import Seals

_FIELDS = tuple(Urging.__dataclass_fields__)
_BEFORE = (UrgingState.DRAFTED.value, UrgingState.WITHDRAWN.value)


def urging_of(row: Row) -> Urging:
    return Urging(*(row[name] for name in _FIELDS))


async def chased_before(reader: Reader, object_id: UUID, to: str) -> tuple[int, Level | None]:
    """Return how often a matter was urged, and how hard at most this addressee was."""
    rows = await reader.all(
        sa.select(UrgingRow.level, UrgingRow.to_path).where(
            UrgingRow.object_id == object_id, UrgingRow.state.not_in(_BEFORE)
        )
    )
    levels = [Level(row["level"]) for row in rows if row["to_path"] == to]
    return len(rows), max(levels, key=tuple(Level).index, default=None)


async def open_letters(reader: Reader, seals: Seals, urging_id: UUID) -> dict[str, str | None]:
    """Return the letter, and the reply once there is one."""
    row = await reader.one(sa.select(UrgingRow.letter, UrgingRow.reply).where(UrgingRow.id == urging_id))
    return open_both(seals, row, "urgings", urging_id)


def open_both(seals: Seals, row: Row, table: str, identity: UUID) -> dict[str, str | None]:
    """Open a letter and its reply."""
    return {
        name: seals.open_text(row[name], table, identity, name) if row[name] else None
        for name in ("letter", "reply")
    }


async def reminders_of(reader: Reader, object_id: UUID) -> list[dict[str, Any]]:
    """Return every reminder that went out as it is shown, oldest first."""
    return [{"ordinal": one.ordinal, "sent_on": one.sent_on} for one in await sent_about(reader, object_id)]
