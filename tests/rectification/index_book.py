"""The shipped index as an officer would type it into the template."""

from __future__ import annotations

from io import BytesIO
from typing import Any

from openpyxl import Workbook

from rectification.store.indexes import shipped_indexes
from rectification.usecases.evaluations.import_index import INDEX
from shared.vocabularies import vocabularies_of

LISTS = vocabularies_of("rectification")


def rows(code: str = "city", version: str = "2026-1") -> list[dict[str, Any]]:
    """Return a row for each item; what is the same as above stays empty."""
    found: list[dict[str, Any]] = []
    for dimension in shipped_indexes()["default", "1"].dimensions:
        for content in dimension.contents:
            for item in content.items:
                row: dict[str, Any] = {
                    "item": item.code, "item_name": item.name_zh, "item_points": item.points,
                    "method": _label("scoring_method", item.method),
                    "source": _label("evaluation_source", item.source), "evidence": item.evidence_zh,
                }  # fmt: skip
                if item.metric:
                    row["metric"] = _label("evaluation_metric", item.metric)
                if item is content.items[0]:
                    row |= {
                        "content": content.code,
                        "content_name": content.name_zh,
                        "content_points": content.points,
                    }
                    if content is dimension.contents[0]:
                        row |= {
                            "dimension": dimension.code, "dimension_name": dimension.name_zh,
                            "dimension_points": dimension.points,
                        }  # fmt: skip
                found.append(row)
    found[0] |= {"index_code": code, "index_version": version, "index_name": "本市评估指标"}
    return found


def book(table: list[dict[str, Any]]) -> bytes:
    """Return the rows as a workbook with the template's headers."""
    made, out = Workbook(), BytesIO()
    page = made.worksheets[0]
    page.append([column.header for column in INDEX])
    for row in table:
        page.append([row.get(column.key) for column in INDEX])
    made.save(out)
    return out.getvalue()


def _label(vocabulary: str, code: str) -> str:
    return LISTS.label(vocabulary, code, "zh-CN")
