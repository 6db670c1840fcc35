"""The reminders about a matter, in its timeline."""

from __future__ import annotations

from typing import Any

from intake.store.reminders import sent_about
from shared.db import Reader
from shared.process.desk import Desk
from shared.process.process import Moment, Viewer


async def reminder_moments(reader: Reader, _: Desk, matter: Any, __: Viewer) -> list[Moment]:
    """Return when whom the time is charged to was reminded, and how often before. Rule: U-8."""
    return [
        Moment(
            at=one.at, kind="reminder", name="reminded", state=matter.state, by=("system", "", one.to_path),
            title=(f"第{one.ordinal}次催办提醒", f"Reminder {one.ordinal}"),
        )
        for one in await sent_about(reader, matter.id)
    ]  # fmt: skip
