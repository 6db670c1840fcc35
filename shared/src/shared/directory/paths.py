"""What an organisation's path tells: its own code, the organ it belongs to, and what it lies below."""

from __future__ import annotations

from functools import lru_cache


@lru_cache(maxsize=5000)  # every row of a list asks, and there are few organisations
def code_of(path: str) -> str:
    """Return the code of the organisation itself: `city-petition` of `city/city-petition`."""
    return path.replace(":", "/").rsplit("/", 1)[-1]


def organ_of(path: str) -> str:
    """Return the path of the organ a unit belongs to: `city:district-1` of `city:district-1/district-1-office-1`."""
    return path.split("/", 1)[0]


def is_below(path: str, above: str) -> bool:
    """Say whether a path lies below another one, at any depth and by either kind of step."""
    return path.startswith((f"{above}/", f"{above}:"))


def is_within(path: str, above: str) -> bool:
    """Say whether an organisation is that one, a unit of it, or below it."""
    return path == above or is_below(path, above)
