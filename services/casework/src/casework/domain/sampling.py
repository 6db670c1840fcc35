"""Which of many are looked at: the same whoever draws and however often, and not to be foreseen by anybody.

Rule: C10 (spot checks), T-8.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from uuid import UUID

Keyed = Callable[[str], int]
"""A keyed hash: without the key nobody can tell which will be drawn."""


def is_drawn(keyed: Keyed, occasion: str, one: UUID, percent: int) -> bool:
    """Say whether one is among so many in a hundred."""
    return keyed(f"{occasion}\0{one}") % 100 < percent


def drawn(keyed: Keyed, occasion: str, among: Iterable[UUID], percent: int) -> list[UUID]:
    """Return so many in a hundred of them, rounded up: at least one where there are any."""
    ranked = sorted(among, key=lambda one: (keyed(f"{occasion}\0{one}"), str(one)))
    return ranked[: -(-len(ranked) * percent // 100)]
