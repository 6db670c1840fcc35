"""Which body reviews an answer: the one above the body that gave it, and nobody who answered before.

Rule: B8, PET Art 35-36.
"""

from __future__ import annotations

from collections.abc import Sequence

from shared.directory.paths import organ_of

REVIEWING = "reviewing"
"""Capacity of the body that reviews an answer."""


def superior_of(path: str) -> str | None:
    """Return the organ above an organisation's own; None where the directory knows none."""
    return organ_of(path).rpartition(":")[0] or None


def may_review(body: str, answered_by: Sequence[str]) -> bool:
    """Say whether a body may review what others answered, the last of them last.

    Where the directory knows the organ above the last of them, it is that one; else any that stands below nobody
    who answered.
    """
    organs = [organ_of(path) for path in answered_by]
    if any(organ_of(body) == organ or body.startswith(f"{organ}:") for organ in organs):
        return False
    above = superior_of(answered_by[-1]) if answered_by else None
    return above is None or organ_of(body) == above
