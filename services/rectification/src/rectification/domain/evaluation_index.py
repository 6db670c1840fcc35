"""The evaluation index (评估指标体系): dimensions, contents, items and points, read and checked. Pure.

Rule: chapter 8, 18.7.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any


class InvalidIndex(Exception):
    """The index contradicts itself; the text says where."""


class Method(StrEnum):
    """How an item is scored: computed by the system, set by evaluators, or deducted from full points."""

    RATIO = "ratio"
    LEVEL = "level"
    DEDUCT = "deduct"


class Source(StrEnum):
    """Which evaluation sees an item."""

    DAILY = "daily"
    CENTRAL = "central"
    BOTH = "both"

    def covers(self, evaluation: Source) -> bool:
        """Say whether the daily or the centralised evaluation scores the item."""
        return self is Source.BOTH or self is evaluation


@dataclass(frozen=True, slots=True)
class Item:
    """One thing that is scored (评分标准). `metric` names the figure of a ratio item."""

    code: str
    name_zh: str
    name_en: str
    points: int
    method: Method
    source: Source
    evidence_zh: str
    evidence_en: str
    metric: str = ""


@dataclass(frozen=True, slots=True)
class Content:
    """A group of items (评估内容)."""

    code: str
    name_zh: str
    name_en: str
    points: int
    items: tuple[Item, ...]


@dataclass(frozen=True, slots=True)
class Dimension:
    """A group of contents (评估层面)."""

    code: str
    name_zh: str
    name_en: str
    points: int
    contents: tuple[Content, ...]


@dataclass(frozen=True, slots=True)
class EvaluationIndex:
    """A whole index in one version; scores name the version they were given under."""

    code: str
    version: str
    name_zh: str
    name_en: str
    basis: str
    dimensions: tuple[Dimension, ...]

    def contents(self) -> Iterator[Content]:
        """Yield every content in order."""
        for dimension in self.dimensions:
            yield from dimension.contents

    def items(self) -> Iterator[Item]:
        """Yield every item in order."""
        for content in self.contents():
            yield from content.items

    def item(self, code: str) -> Item | None:
        """Return one item, or None."""
        return next((item for item in self.items() if item.code == code), None)

    def items_of_clues(self) -> frozenset[str]:
        """Return the items that would tell that clues were handed over: contents with a figure of clues, whole."""
        return frozenset(
            item.code
            for content in self.contents()
            if any(one.metric.startswith("clues_") for one in content.items)
            for item in content.items
        )


def parse_index(body: Mapping[str, Any]) -> EvaluationIndex:
    """Build an index from its document and check it against the counts the document expects.

    Raises: InvalidIndex.
    """
    try:
        fields = dict(body)
        expected = fields.pop("expected")
        index = EvaluationIndex(**{**fields, "dimensions": tuple(map(_dimension, body["dimensions"]))})
    except (KeyError, TypeError, ValueError) as error:
        raise InvalidIndex(f"the index cannot be read: {error}") from error
    _check_sums(index)
    _check_items(index)
    found = {
        "dimensions": len(index.dimensions),
        "contents": len(list(index.contents())),
        "items": len(list(index.items())),
        "points": sum(item.points for item in index.items()),
    }
    if found != expected:
        raise InvalidIndex(f"expected {expected}, found {found}")
    return index


def _dimension(body: Mapping[str, Any]) -> Dimension:
    return Dimension(**{**body, "contents": tuple(map(_content, body["contents"]))})


def _content(body: Mapping[str, Any]) -> Content:
    return Content(**{**body, "items": tuple(map(_item, body["items"]))})


def _item(body: Mapping[str, Any]) -> Item:
    return Item(**{**body, "method": Method(body["method"]), "source": Source(body["source"])})


def _check_sums(index: EvaluationIndex) -> None:
    for content in index.contents():
        if content.points != sum(item.points for item in content.items):
            raise InvalidIndex(f"{content.code}: its items do not add up to {content.points} points")
    for dimension in index.dimensions:
        if dimension.points != sum(content.points for content in dimension.contents):
            raise InvalidIndex(f"{dimension.code}: its contents do not add up to {dimension.points} points")


def _check_items(index: EvaluationIndex) -> None:
    seen: set[str] = set()
    for content in index.contents():
        for item in content.items:
            if item.code in seen or not item.code.startswith(f"{content.code}."):
                raise InvalidIndex(f"{item.code}: twice, or not numbered under {content.code}")
            if item.points <= 0:
                raise InvalidIndex(f"{item.code}: an item is worth at least one point")
            if bool(item.metric) != (item.method is Method.RATIO):
                raise InvalidIndex(
                    f"{item.code}: a metric belongs to ratio items, and each of them needs one"
                )
            seen.add(item.code)
