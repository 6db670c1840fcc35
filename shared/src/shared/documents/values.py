"""What may stand in a document, and how it reads there: texts, days, names still to be asked for, lists, charts.

Fields are gathered inside a transaction, where nobody may be called; a name is therefore put down as whose it is,
and looked up afterwards (`shared.directory.names`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Union

from shared.chinese import on_day
from shared.directory.names import Names, OfficerName, OrganisationName

OPENS, CLOSES = "\ufdd0", "\ufdd1"
"""Around the number of a chart in the text: no characters at all, so no text can hold them."""
_NOT_IN_WORD = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufdd0\ufdd1\ufffe\uffff]")
_NEW_PARAGRAPH = "\a"
"""What the template library turns into a paragraph of the same style."""


@dataclass(frozen=True, slots=True)
class Joined:
    """Several things in one line, as Chinese lists them: 甲、乙、丙."""

    parts: tuple[Any, ...]
    mark: str = "、"


@dataclass(frozen=True, slots=True)
class Chart:
    """A chart of Word's own, which its reader can restyle; figures by series, one for each category."""

    title: str
    categories: tuple[str, ...]
    series: Mapping[str, tuple[float, ...]]
    kind: str = "column"


Plain = Union[str, int, date, None, OfficerName, OrganisationName, Joined, Chart]  # noqa: UP007 - also at run time
Value = Plain | Sequence[Mapping[str, Plain]]


def wanted(value: Any) -> Iterator[OfficerName | OrganisationName]:
    """Find every name that has to be asked for, however deep it lies."""
    if isinstance(value, OfficerName | OrganisationName):
        yield value
    elif isinstance(value, Joined):
        yield from wanted(value.parts)
    elif isinstance(value, Mapping):
        for one in value.values():
            yield from wanted(one)
    elif isinstance(value, list | tuple):
        for one in value:
            yield from wanted(one)


def read_out(value: Any, names: Names) -> Any:
    """Return a value as the template gets it: a text, a list of rows of texts, or a chart as it is."""
    match value:
        case Mapping():
            return {key: read_out(one, names) for key, one in value.items()}
        case list() | tuple():
            return [read_out(one, names) for one in value]
        case Joined():
            return value.mark.join(text for part in value.parts if (text := read_out(part, names)))
        case Chart() | bool():
            return value
        case OfficerName() | OrganisationName():
            return _text(names[value])
        case date():
            return on_day(value)
        case None:
            return ""
        case _:
            return _text(str(value))


def _text(text: str) -> str:
    """Drop what Word cannot hold; every line of a text becomes a paragraph of its own."""
    lines = (_NOT_IN_WORD.sub("", line).strip() for line in text.split("\n"))
    return _NEW_PARAGRAPH.join(line for line in lines if line)
