"""The index as shipped is whole, and one that does not add up is refused."""

from __future__ import annotations

import copy
import tomllib
from collections import Counter
from collections.abc import Callable
from importlib.resources import files
from typing import Any

import pytest

from rectification.domain.evaluation_index import InvalidIndex, Method, Source, parse_index

SHIPPED = tomllib.loads(
    files("rectification").joinpath("vocabularies/evaluation_index/default.toml").read_text("utf-8")
)
INDEX = parse_index(SHIPPED)


def test_the_shipped_index_has_4_dimensions_16_contents_41_items_and_100_points() -> None:
    assert len(INDEX.dimensions) == 4
    assert len(list(INDEX.contents())) == 16
    assert len(list(INDEX.items())) == 41
    assert sum(item.points for item in INDEX.items()) == 100


def test_points_and_items_of_each_dimension_are_those_of_the_book() -> None:
    found = {
        one.code: (one.name_zh, one.points, [content.points for content in one.contents],
                   sum(len(content.items) for content in one.contents))
        for one in INDEX.dimensions
    }  # fmt: skip

    assert found == {
        "A": ("责任落实", 25, [8, 7, 6, 4], 11),
        "B": ("整改质效", 40, [14, 6, 8, 6, 6], 15),
        "C": ("成果运用", 20, [6, 5, 5, 4], 9),
        "D": ("群众满意度", 15, [6, 6, 3], 6),
    }


def test_methods_and_sources_are_those_of_the_book() -> None:
    assert Counter(item.method for item in INDEX.items()) == {
        Method.LEVEL: 19,
        Method.RATIO: 16,
        Method.DEDUCT: 6,
    }
    assert Counter(item.source for item in INDEX.items()) == {
        Source.CENTRAL: 21,
        Source.DAILY: 12,
        Source.BOTH: 8,
    }


def test_an_item_is_found_by_its_code() -> None:
    item = INDEX.item("B1.1")

    assert item is not None
    assert (item.points, item.method, item.metric) == (6, Method.RATIO, "items_verified")
    assert INDEX.item("E1.1") is None


def test_a_source_covers_itself_and_both_covers_all() -> None:
    assert Source.BOTH.covers(Source.DAILY)
    assert Source.DAILY.covers(Source.DAILY)
    assert not Source.DAILY.covers(Source.CENTRAL)


def _first_item(body: dict[str, Any]) -> dict[str, Any]:
    item: dict[str, Any] = body["dimensions"][0]["contents"][0]["items"][0]
    return item


@pytest.mark.parametrize(
    ("spoil", "problem"),
    [
        (lambda body: _first_item(body).update(points=3), "A1: its items do not add up"),
        (lambda body: body["dimensions"][0].update(points=24), "A: its contents do not add up"),
        (lambda body: _first_item(body).update(code="A1.2"), "twice"),
        (lambda body: _first_item(body).update(code="B9.1"), "not numbered under A1"),
        (lambda body: _first_item(body).update(method="ratio"), "metric belongs to ratio"),
        (lambda body: _first_item(body).update(method="guess"), "cannot be read"),
        (lambda body: _first_item(body).update(weight=1), "cannot be read"),
        (lambda body: body["expected"].update(items=40), "expected .* found"),
        (lambda body: body.pop("expected"), "cannot be read"),
    ],
)
def test_an_index_that_does_not_add_up_is_refused(
    spoil: Callable[[dict[str, Any]], Any], problem: str
) -> None:
    body = copy.deepcopy(SHIPPED)
    spoil(body)

    with pytest.raises(InvalidIndex, match=problem):
        parse_index(body)


def test_an_item_without_points_is_refused() -> None:
    body = copy.deepcopy(SHIPPED)
    first, second = body["dimensions"][0]["contents"][0]["items"][:2]
    first["points"], second["points"] = 0, 5

    with pytest.raises(InvalidIndex, match="at least one point"):
        parse_index(body)
