"""What an officer declares so that others can see when to step aside. Names are in `vocabularies/`.

Rule: 1.6.
"""

from __future__ import annotations

from enum import StrEnum, auto


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
