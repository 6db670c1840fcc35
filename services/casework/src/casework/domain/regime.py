"""Which texts a matter is handled under, chosen once from its filing date."""

from __future__ import annotations

from datetime import date

FROM_2025 = date(2025, 6, 1)


def regime_on(filed_on: date) -> str:
    """Return `2021` or `2025`. Rule: 0.3 (the revised law is in force from 2025-06-01)."""
    return "2025" if filed_on >= FROM_2025 else "2021"
