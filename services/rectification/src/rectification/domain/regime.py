"""Which texts a matter is handled under, chosen once from its day."""

from __future__ import annotations

from datetime import date

FROM_2025 = date(2025, 6, 1)
FROM_2021 = date(2021, 1, 1)


def regime_on(day: date) -> str:
    """Return `2015`, `2021` or `2025`. Rule: 0.3; DL-39 has another length under each."""
    if day >= FROM_2025:
        return "2025"
    return "2021" if day >= FROM_2021 else "2015"
