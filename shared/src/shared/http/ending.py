"""Whether this process is about to end: what waits for news then answers with what it has, and holds nobody up."""

from __future__ import annotations

_began: list[bool] = []


def begin() -> None:
    """Say that this process ends; there is no way back."""
    _began.append(True)


def is_ending() -> bool:
    """Say whether this process was told to end."""
    return bool(_began)
