"""Puts the check of characters around every text of a model, also inside lists, mappings and unions."""

from __future__ import annotations

from typing import Any

from pydantic_core import CoreSchema
from pydantic_core import core_schema as cs

from shared.http.fields import CHECKED, checked_text

_INNER = frozenset({
    "schema", "items_schema", "keys_schema", "values_schema", "extras_schema", "json_schema", "python_schema",
    "lax_schema", "strict_schema",
})  # fmt: skip
_MANY = frozenset({"fields", "choices", "steps", "items_schema", "definitions"})


def guard_texts(schema: CoreSchema) -> None:
    """Change a core schema in place; texts that check their characters already stay as they are."""
    _guard(schema)


def _guard(node: Any) -> None:
    for key, child in node.items():
        if key in _MANY and isinstance(child, list):
            node[key] = [_guarded(item) for item in child]
        elif key in _MANY and isinstance(child, dict) and "type" not in child:
            for name, item in child.items():
                child[name] = _guarded(item)
        elif key in _INNER and isinstance(child, dict):
            node[key] = _guarded(child)


def _guarded(node: Any) -> Any:
    if isinstance(node, tuple):  # a choice of a union with its label
        return (_guarded(node[0]), *node[1:])
    if not isinstance(node, dict):
        return node
    if node.get("type") != "str":
        _guard(node)
        return node
    metadata = node.get("metadata") or {}
    if metadata.get(CHECKED):
        return node
    inner: Any = {**node, "metadata": {**metadata, CHECKED: True}}
    return cs.no_info_after_validator_function(checked_text, inner)
