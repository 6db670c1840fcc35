"""Which texts a matter is handled under, chosen once from its filing date."""

from __future__ import annotations

from datetime import date

FROM_2025 = date(2025, 6, 1)
PETITIONS_FROM_2022 = date(2022, 5, 1)


def regime_on(filed_on: date) -> str:
    """Return `2021` or `2025`. Rule: 0.3 (the revised law is in force from 2025-06-01)."""
    return "2025" if filed_on >= FROM_2025 else "2021"


def petition_regime_on(filed_on: date) -> str:
    """Return the same for a demand: the present rules on petitions are in force since 2022-05-01. Rule: 0.3."""
    return "2025" if filed_on >= PETITIONS_FROM_2022 else "2021"
