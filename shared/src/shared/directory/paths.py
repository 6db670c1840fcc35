"""What an organisation's path tells: its own code, and the organ it belongs to."""

from __future__ import annotations

from functools import lru_cache


@lru_cache(maxsize=5000)  # every row of a list asks, and there are few organisations
def code_of(path: str) -> str:
    """Return the code of the organisation itself: `city-petition` of `city/city-petition`."""
    return path.replace(":", "/").rsplit("/", 1)[-1]


def organ_of(path: str) -> str:
    """Return the path of the organ a unit belongs to: `city:district-1` of `city:district-1/district-1-office-1`."""
    return path.split("/", 1)[0]
