"""What the lists of urgings, work reminders and quotations may be sorted and filtered by."""

from __future__ import annotations

from datetime import date
from types import MappingProxyType
from typing import Any

import sqlalchemy as sa

from intake.store.tables.answering import QuotationRow
from intake.store.tables.chasing import UrgingRow, WorkReminderRow
from shared.http.filters import any_of, equals, from_day, to_day
from shared.http.paging import Sorting

_URGINGS: Any = UrgingRow.__table__
_REMINDERS: Any = WorkReminderRow.__table__
_QUOTATIONS: Any = QuotationRow.__table__

URGING_SORTING = Sorting(
    {"created_at": _URGINGS.c.created_at, "level": _URGINGS.c.level},
    default="-created_at",
    last=_URGINGS.c.id,
)
URGING_CONDITIONS = MappingProxyType(
    {
        "object_id": equals(_URGINGS.c.object_id),
        "level": any_of(_URGINGS.c.level),
        "kind": any_of(_URGINGS.c.kind),
        "issued_from": from_day(_URGINGS.c.issued_on),
        "issued_to": to_day(_URGINGS.c.issued_on),
    }
)
REMINDER_SORTING = Sorting(
    {"created_at": _REMINDERS.c.created_at, "due_on": _REMINDERS.c.due_on}, default="-created_at",
    last=_REMINDERS.c.id,
)  # fmt: skip
REMINDER_CONDITIONS = MappingProxyType(
    {"sent_from": from_day(_REMINDERS.c.sent_on), "sent_to": to_day(_REMINDERS.c.sent_on)}
)
QUOTATION_SORTING = Sorting(
    {"created_at": _QUOTATIONS.c.created_at}, default="-created_at", last=_QUOTATIONS.c.id
)
QUOTATION_CONDITIONS = MappingProxyType({"object_id": equals(_QUOTATIONS.c.object_id)})


def reminder_conditions(
    to_path: str | None, sent_from: date | None, sent_to: date | None
) -> list[sa.ColumnElement[bool]]:
    """Return the conditions of a sum over work reminders."""
    found = [] if to_path is None else [_REMINDERS.c.to_path == to_path]
    if sent_from is not None:
        found.append(_REMINDERS.c.sent_on >= sent_from)
    if sent_to is not None:
        found.append(_REMINDERS.c.sent_on <= sent_to)
    return found
