"""What an officer declares so that others can see when to step aside.

Rule: 1.6.
"""

from __future__ import annotations

from enum import StrEnum, auto
from types import MappingProxyType


class RelationKind(StrEnum):
    """What a declared person or body is to the officer."""

    SPOUSE = auto()
    PARENT = auto()
    CHILD = auto()
    SIBLING = auto()
    IN_LAW = auto()
    OTHER_RELATIVE = auto()
    INTEREST = auto()
    OTHER = auto()


RELATION_LABELS: MappingProxyType[RelationKind, tuple[str, str]] = MappingProxyType(
    {
        RelationKind.SPOUSE: ("配偶", "Spouse"),
        RelationKind.PARENT: ("父母", "Parent"),
        RelationKind.CHILD: ("子女", "Child"),
        RelationKind.SIBLING: ("兄弟姐妹", "Sibling"),
        RelationKind.IN_LAW: ("近姻亲", "Relative by marriage"),
        RelationKind.OTHER_RELATIVE: ("其他亲属", "Other relative"),
        RelationKind.INTEREST: ("利害关系", "Interest"),
        RelationKind.OTHER: ("其他可能影响公正的关系", "Other relation that may raise doubt"),
    }
)
