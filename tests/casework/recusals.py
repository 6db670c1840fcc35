"""The decision that somebody keeps away from a matter, told once for all tests that need it."""

from __future__ import annotations

from tests.casework.linkage_story import make
from tests.support.house import House


async def kept_away(house: House, thing: str, officer: str, *, keeps_away: bool = True) -> None:
    """Let the head of the organ decide that an officer keeps away from a matter, or need not."""
    body = {"officer": officer, "ground": "close_relative", "keeps_away": keeps_away}
    answer = await make(house, "principal.city", f"{thing}/recusals", body)
    assert answer.status_code == 201, answer.text
