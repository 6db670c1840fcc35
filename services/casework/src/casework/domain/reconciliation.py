"""The quarterly reconciliation of the ledger (线索汇总核对): one quarter of one case management office.

Rule: C10, ENF Art 25, SL Art 40.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from uuid import UUID


@dataclass(frozen=True, slots=True)
class Reconciliation:
    """One quarter's look at the whole ledger. `stock` counts how often stock was taken; figures are of the last time."""

    id: UUID
    number: str | None
    state: str
    version: int
    holder_path: str
    secrecy: str
    year: int
    quarter: int
    stock: int = 0
    taken_at: datetime | None = None
    figures: Mapping[str, Mapping[str, int]] = field(default_factory=dict)


def quarter_of(day: date) -> tuple[int, int]:
    """Return year and quarter of a day."""
    return day.year, (day.month - 1) // 3 + 1
