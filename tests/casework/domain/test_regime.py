from __future__ import annotations

from datetime import date

from casework.domain.regime import regime_on


def test_the_revised_law_counts_from_its_first_day() -> None:
    assert (regime_on(date(2025, 5, 31)), regime_on(date(2025, 6, 1))) == ("2021", "2025")
