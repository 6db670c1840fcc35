"""Examples for documents: what a field says of itself, else something of the right shape.

A text with a pattern is one of a few samples; where none fits its field must bring an example, and the linter says so.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

_FORMATS = {
    "uuid": "0f8d1c0e-6a1b-4f57-9a3e-2d3f6a7b8c9d",
    "date": "2026-03-02",
    "date-time": "2026-03-02T09:30:00+08:00",
    "time": "09:30:00",
    "email": "officer@example.invalid",
    "uri": "https://example.invalid/",
    "uri-reference": "/v1/examples",
    "binary": "",
}
_WORDS = "示例文字"
_SAMPLES = ("example-1", "example", "123456", "0123456789abcdef" * 4, "A" * 43)
_DEEPEST = 10
_UNKNOWN = object()


def example_of(schema: Mapping[str, Any], schemas: Mapping[str, Any], depth: int = 0) -> Any:
    """Return a value that fits a JSON schema. `schemas` are the document's own."""
    if (said := _said(schema)) is not _UNKNOWN:
        return said
    if reference := schema.get("$ref"):
        return (
            None
            if depth > _DEEPEST
            else example_of(schemas[reference.rpartition("/")[2]], schemas, depth + 1)
        )
    if branches := schema.get("anyOf") or schema.get("oneOf"):
        chosen = next((branch for branch in branches if branch.get("type") != "null"), branches[0])
        return example_of(chosen, schemas, depth + 1)
    if parts := schema.get("allOf"):
        merged: dict[str, Any] = {}
        for part in parts:
            value = example_of(part, schemas, depth + 1)
            merged.update(value if isinstance(value, dict) else {})
        return merged
    return _of_type(schema, schemas, depth)


def _said(schema: Mapping[str, Any]) -> Any:
    if "const" in schema:
        return schema["const"]
    for name in ("examples", "enum"):
        if isinstance(schema.get(name), list) and schema[name]:
            return schema[name][0]
    if "example" in schema:
        return schema["example"]
    return schema["default"] if schema.get("default") not in (None, [], "") else _UNKNOWN


def _of_type(schema: Mapping[str, Any], schemas: Mapping[str, Any], depth: int) -> Any:
    kind = schema.get("type")
    if kind == "object":
        properties = schema.get("properties", {})
        return {
            name: example_of(inner, schemas, depth + 1)
            for name, inner in properties.items()
            if depth < _DEEPEST or name in schema.get("required", ())
        }
    if kind == "array":
        if depth >= _DEEPEST and not schema.get("minItems"):
            return []
        items = schema.get("items") or {}
        return [example_of(items, schemas, depth + 1)] * max(1, schema.get("minItems", 1))
    if kind == "string":
        return _text(schema)
    if kind in {"integer", "number"}:
        return _number(schema)
    return {"boolean": True}.get(str(kind))


def _text(schema: Mapping[str, Any]) -> Any:
    if schema.get("format") in _FORMATS:
        return _FORMATS[schema["format"]]
    least, most = schema.get("minLength", 0), schema.get("maxLength", 10_000)
    if pattern := schema.get("pattern"):
        fitting = (one for one in _SAMPLES if re.search(pattern, one) and least <= len(one) <= most)
        return next(fitting, _WORDS)
    length = min(max(least, len(_WORDS)), most)
    return (_WORDS * (length // len(_WORDS) + 1))[:length]


def _number(schema: Mapping[str, Any]) -> Any:
    number = schema.get("minimum", min(1, schema.get("maximum", 1)))
    if "exclusiveMinimum" in schema:
        number = schema["exclusiveMinimum"] + 1
    return int(number) if schema["type"] == "integer" else number
