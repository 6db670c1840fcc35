"""Secrecy levels (密级) in their order.

Rule: 1.5. False friends: 秘密 is `confidential`, the lowest of the three state-secret levels.
"""

from __future__ import annotations

from enum import StrEnum
from types import MappingProxyType


class SecrecyLevel(StrEnum):
    """A level of a record, and the clearance of a person; ordered from `public` up."""

    PUBLIC = "public"
    INTERNAL = "internal"
    WORK_SECRET = "work_secret"  # noqa: S105
    CONFIDENTIAL = "confidential"
    SECRET = "secret"  # noqa: S105 - a level, not a credential
    TOP_SECRET = "top_secret"  # noqa: S105

    def __lt__(self, other: str) -> bool:
        return self.rank < SecrecyLevel(other).rank

    def __le__(self, other: str) -> bool:
        return self.rank <= SecrecyLevel(other).rank

    def __gt__(self, other: str) -> bool:
        return self.rank > SecrecyLevel(other).rank

    def __ge__(self, other: str) -> bool:
        return self.rank >= SecrecyLevel(other).rank

    @property
    def rank(self) -> int:
        """Position in the order, `public` = 0."""
        return _RANK[self]

    @property
    def is_state_secret(self) -> bool:
        """Say whether only a classified network may hold it."""
        return self.rank >= _RANK[SecrecyLevel.CONFIDENTIAL]

    def admits(self, level: SecrecyLevel) -> bool:
        """Say whether a clearance of this level suffices for a record of that level."""
        return self.rank >= level.rank

    def admitted(self) -> tuple[SecrecyLevel, ...]:
        """List the levels a clearance of this level suffices for, lowest first."""
        return tuple(level for level in SecrecyLevel if level.rank <= self.rank)


_RANK = {level: rank for rank, level in enumerate(SecrecyLevel)}

SECRECY_LABELS: MappingProxyType[SecrecyLevel, tuple[str, str]] = MappingProxyType(
    {
        SecrecyLevel.PUBLIC: ("公开", "Public"),
        SecrecyLevel.INTERNAL: ("内部", "Internal"),
        SecrecyLevel.WORK_SECRET: ("工作秘密", "Work secret"),
        SecrecyLevel.CONFIDENTIAL: ("秘密", "Confidential"),
        SecrecyLevel.SECRET: ("机密", "Secret"),
        SecrecyLevel.TOP_SECRET: ("绝密", "Top secret"),
    }
)
"""Names in zh-CN and en."""
