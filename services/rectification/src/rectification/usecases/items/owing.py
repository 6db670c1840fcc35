"""While an item is owed its days run, charged to the organisation; a day that lies behind is overdue at once."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import TypedDict

from rectification.domain.item import Item


class Running(TypedDict):
    """What `Changes` takes of deadlines whose days are written."""

    written: Mapping[str, date]
    starts_from: Mapping[str, date]
    clock_holder: str


def owed(item: Item, days: Mapping[str, date], today: date) -> Running:
    """Return the deadlines of an item with these days; what should have been done before today ran out then.

    Rule: F5, P-F5.
    """
    return {
        "written": days,
        "starts_from": {rule: min(day, today) for rule, day in days.items()},
        "clock_holder": item.organisation_path,
    }
