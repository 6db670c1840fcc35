"""What crosses a border when a matter is handed over, and what stays: the privacy ledger's table.

Rule: 1.4 point 5, C-1, C-2; PIPL Art 34.
"""

from __future__ import annotations

from enum import StrEnum, auto
from types import MappingProxyType


class Category(StrEnum):
    """A category of data about a matter."""

    CODES = auto()
    EXTRACT = auto()
    TEXT = auto()
    SUBJECTS = auto()
    ATTACHMENTS = auto()
    MESSAGES = auto()
    REPORTER_IDENTITY = auto()


class Crossing(StrEnum):
    """A border a matter crosses."""

    FORWARD = auto()
    TRANSFER = auto()
    ASSIGN = auto()
    REFER_DOWN = auto()
    REFER_UP = auto()
    REFER_OUT = auto()
    EXPORT = auto()
    LIST = auto()
    EVENT = auto()


C = Category
_ALL = tuple(Category)
_MATTER = (C.CODES, C.TEXT, C.SUBJECTS, C.ATTACHMENTS, C.MESSAGES)

# fmt: off
CROSSED: MappingProxyType[Crossing, tuple[Category, ...]] = MappingProxyType({
    Crossing.FORWARD:    (C.CODES, C.EXTRACT),
    Crossing.TRANSFER:   _MATTER,
    Crossing.ASSIGN:     _MATTER,
    Crossing.REFER_DOWN: (*_MATTER, C.REPORTER_IDENTITY),
    Crossing.REFER_UP:   (*_MATTER, C.REPORTER_IDENTITY),
    Crossing.REFER_OUT:  (),
    Crossing.EXPORT:     (C.TEXT, C.SUBJECTS, C.ATTACHMENTS, C.MESSAGES, C.REPORTER_IDENTITY),
    Crossing.LIST:       (C.CODES,),
    Crossing.EVENT:      (C.CODES,),
})
# fmt: on
"""A handler may open the identity afterwards for a stated purpose; that opening is recorded on its own."""


def withheld(crossed: tuple[Category, ...]) -> tuple[Category, ...]:
    """Return the categories that did not cross."""
    return tuple(category for category in _ALL if category not in crossed)
