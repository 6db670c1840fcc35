"""Rows become an index; what is missing, double, out of place or does not add up is told with its cell."""

from __future__ import annotations

from dataclasses import replace

import pytest

from rectification.domain.evaluation_index import parse_index
from rectification.domain.index_sheet import IndexLine, read_index

FIRST = IndexLine(
    item="A1.1", item_name="一", item_points=60, method="level", source="both", evidence="", index_code="city",
    index_version="1", index_name="指标", dimension="A", dimension_name="甲", dimension_points=100, content="A1",
    content_name="子", content_points=60,
)  # fmt: skip
SECOND = IndexLine(
    item="A2.1", item_name="二", item_points=40, method="ratio", source="daily", evidence="", metric="items_verified",
    content="A2", content_name="丑", content_points=40,
)  # fmt: skip


def test_rows_that_fit_become_an_index() -> None:
    document, faults = read_index([(2, FIRST), (3, SECOND)])
    index = parse_index(document)

    assert faults == []
    assert [content.code for content in index.contents()] == ["A1", "A2"]
    assert [item.points for item in index.items()] == [60, 40]


@pytest.mark.parametrize(
    ("first", "second", "faults"),
    [
        ({"index_version": ""}, {}, {(2, "index_version", "missing")}),
        ({}, {"index_name": "别的"}, {(3, "index_name", "differs_from_above")}),
        ({"dimension": ""}, {}, {(2, "dimension", "missing"), (3, "dimension", "missing"),
                                 (3, "dimension_name", "missing"), (3, "dimension_points", "missing")}),
        ({"dimension_points": None}, {}, {(2, "dimension_points", "missing"),
                                          (2, "dimension_points", "points_do_not_add_up"),
                                          (2, "dimension_points", "points_not_whole")}),
        ({}, {"dimension_name": "乙"}, {(3, "dimension_name", "differs_from_above")}),
        ({}, {"content": "B2"}, {(3, "content", "not_numbered_under"), (3, "item", "not_numbered_under")}),
        ({}, {"item": "A1.1", "content": "A1"}, {(3, "item", "code_twice"), (3, "content_name", "differs_from_above"),
                                                 (3, "content_points", "differs_from_above"),
                                                 (2, "content_points", "points_do_not_add_up"),
                                                 (2, "dimension_points", "points_do_not_add_up")}),
        ({}, {"dimension": "A", "content": "A2", "item": "A2.1", "metric": ""}, {(3, "metric", "metric_misplaced")}),
        ({"metric": "items_verified"}, {}, {(2, "metric", "metric_misplaced")}),
        ({"item_points": 50}, {}, {(2, "content_points", "points_do_not_add_up")}),
        ({"content_points": 50, "item_points": 50, "dimension_points": 90}, {},
         {(2, "dimension_points", "points_not_whole")}),
    ],
)  # fmt: skip
def test_what_does_not_fit_is_told_with_its_cell(
    first: dict[str, object], second: dict[str, object], faults: set[tuple[int, str, str]]
) -> None:
    _, found = read_index([(2, replace(FIRST, **first)), (3, replace(SECOND, **second))])  # type: ignore[arg-type]

    assert {(one.row, one.column, one.code) for one in found} == faults


def test_a_dimension_that_comes_back_later_is_not_kept_together() -> None:
    other = replace(
        SECOND, dimension="B", dimension_name="乙", dimension_points=40, content="B1", item="B1.1"
    )
    back = replace(FIRST, index_code="", index_version="", index_name="", item="A3.1", content="A3")

    _, found = read_index([(2, replace(FIRST, dimension_points=60)), (3, other), (4, back)])

    assert (4, "dimension", "code_twice") in {(one.row, one.column, one.code) for one in found}
