"""Say in the business transaction what happened. Events are thin: ids, codes, dates, organisations, figures."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from uuid import UUID

from shared.db import Transaction
from shared.feed.tables import events
from shared.ids import uuid4


def emit(
    tx: Transaction, service: str, event: str, subject: UUID | str, data: dict[str, Any], at: datetime
) -> None:
    """Queue one event, `report.accepted` of service `intake` becoming `huiying.intake.report.accepted.v1`.

    The id is random: a time-ordered one would tell the millisecond at which a reporter pressed the button.
    """
    tx.add(events, id=uuid4(), type=f"huiying.{service}.{event}.v1", subject=str(subject), at=at, data=data)


def short_name(event_type: str) -> str:
    """Return `report.accepted` for `huiying.intake.report.accepted.v1`."""
    return ".".join(event_type.split(".")[2:-1])
