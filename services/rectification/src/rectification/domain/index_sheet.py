"""An evaluation index out of the rows of a sheet, one row for each item. Pure.

Index, dimension and content stand in the first row they begin in; below, empty cells mean the same as above.

Rule: chapter 8, point 9; 18.7.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

WHOLE = 100
"""What the points of an index add up to."""


@dataclass(frozen=True, slots=True)
class IndexLine:
    """One row, as it was written."""

    item: str
    item_name: str
    item_points: int
    method: str
    source: str
    evidence: str
    metric: str = ""
    index_code: str = ""
    index_version: str = ""
    index_name: str = ""
    dimension: str = ""
    dimension_name: str = ""
    dimension_points: int | None = None
    content: str = ""
    content_name: str = ""
    content_points: int | None = None


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong with a cell."""

    row: int
    column: str
    code: str
    params: Mapping[str, Any] = field(default_factory=dict)


@dataclass
class _Group:
    """A dimension or content while it is read: in which row it began, and what belongs to it."""

    row: int
    code: str
    name: str
    points: int
    parts: list[Any] = field(default_factory=list)


@dataclass
class _Reading:
    index: tuple[str, str, str] = ("", "", "")
    dimensions: list[_Group] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)
    seen: set[str] = field(default_factory=set)

    def blame(self, row: int, column: str, code: str, **params: Any) -> None:
        self.faults.append(Fault(row, column, code, params))


def read_index(rows: Iterable[tuple[int, IndexLine]]) -> tuple[dict[str, Any], list[Fault]]:
    """Return the index as its document has it, and everything that is wrong with it."""
    reading = _Reading()
    for number, line in rows:
        _read_head(reading, number, line)
        dimension = _group(reading, reading.dimensions, number, line, "dimension")
        if dimension is None:
            continue
        content = _group(reading, dimension.parts, number, line, "content")
        if content is not None:
            _read_item(reading, dimension, content, number, line)
    _add_up(reading)
    return _document(reading), reading.faults


def _read_head(reading: _Reading, number: int, line: IndexLine) -> None:
    said = (line.index_code, line.index_version, line.index_name)
    columns = ("index_code", "index_version", "index_name")
    first = not any(reading.index)
    for column, now, before in zip(columns, said, reading.index, strict=True):
        if first and not now:
            reading.blame(number, column, "missing")
        elif not first and now and now != before:
            reading.blame(number, column, "differs_from_above", above=before)
    if first:
        reading.index = said


def _group(reading: _Reading, known: list[_Group], number: int, line: IndexLine, kind: str) -> _Group | None:
    """Return the dimension or content a row belongs to, begun by the row where it names another one."""
    code, name, points = getattr(line, kind), getattr(line, f"{kind}_name"), getattr(line, f"{kind}_points")
    last = known[-1] if known else None
    if last is not None and code in ("", last.code):
        for column, now, before in (
            (f"{kind}_name", name, last.name),
            (f"{kind}_points", points, last.points),
        ):
            if now not in ("", None, before):
                reading.blame(number, column, "differs_from_above", above=before)
        return last
    for column, value in ((kind, code), (f"{kind}_name", name), (f"{kind}_points", points)):
        if value in ("", None):
            reading.blame(number, column, "missing")
    if not code:
        return None
    if code in reading.seen:
        reading.blame(number, kind, "code_twice")
    reading.seen.add(code)
    known.append(_Group(number, code, name, points or 0))
    return known[-1]


def _read_item(reading: _Reading, dimension: _Group, content: _Group, number: int, line: IndexLine) -> None:
    if not content.code.startswith(dimension.code):
        reading.blame(number, "content", "not_numbered_under", above=dimension.code)
    if not line.item.startswith(f"{content.code}."):
        reading.blame(number, "item", "not_numbered_under", above=content.code)
    if line.item in reading.seen:
        reading.blame(number, "item", "code_twice")
    if bool(line.metric) != (line.method == "ratio"):
        reading.blame(number, "metric", "metric_misplaced")
    reading.seen.add(line.item)
    content.parts.append(line)


def _add_up(reading: _Reading) -> None:
    for dimension in reading.dimensions:
        for content in dimension.parts:
            _compare(reading, content, "content", sum(one.item_points for one in content.parts))
        _compare(reading, dimension, "dimension", sum(one.points for one in dimension.parts))
    whole = sum(one.points for one in reading.dimensions)
    if whole != WHOLE and reading.dimensions:
        reading.blame(
            reading.dimensions[-1].row, "dimension_points", "points_not_whole", found=whole, whole=WHOLE
        )


def _compare(reading: _Reading, group: _Group, kind: str, found: int) -> None:
    if group.points != found:
        reading.blame(group.row, f"{kind}_points", "points_do_not_add_up", found=found, stated=group.points)


def _document(reading: _Reading) -> dict[str, Any]:
    code, version, name = reading.index
    contents = [content for dimension in reading.dimensions for content in dimension.parts]
    items = [item for content in contents for item in content.parts]
    return {
        "code": code,
        "version": version,
        "name_zh": name,
        "name_en": name,
        "basis": "",
        "expected": {
            "dimensions": len(reading.dimensions),
            "contents": len(contents),
            "items": len(items),
            "points": sum(item.item_points for item in items),
        },
        "dimensions": [
            {
                **_named(dimension),
                "contents": [
                    {**_named(content), "items": [_item(item) for item in content.parts]}
                    for content in dimension.parts
                ],
            }
            for dimension in reading.dimensions
        ],
    }


def _named(group: _Group) -> dict[str, Any]:
    return {"code": group.code, "name_zh": group.name, "name_en": group.name, "points": group.points}


def _item(line: IndexLine) -> dict[str, Any]:
    return {
        "code": line.item,
        "name_zh": line.item_name,
        "name_en": line.item_name,
        "points": line.item_points,
        "method": line.method,
        "source": line.source,
        "evidence_zh": line.evidence,
        "evidence_en": line.evidence,
        "metric": line.metric,
    }
