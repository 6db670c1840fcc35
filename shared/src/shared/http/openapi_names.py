"""Names of schemas that a person would choose: `NoteOutPage` instead of `Page_NoteOut_`."""

from __future__ import annotations

import re
from typing import Any

_PREFIX = "#/components/schemas/"
_OF_GENERIC = re.compile(r"([A-Za-z]+)_([A-Za-z]+)_")


def with_plain_names(document: dict[str, Any]) -> dict[str, Any]:
    """Return a document whose schemas of generic models are named after what they hold."""
    schemas = document.get("components", {}).get("schemas", {})
    names = {
        name: plain
        for name in schemas
        if (found := _OF_GENERIC.fullmatch(name)) and (plain := found[2] + found[1]) not in schemas
    }
    if not names:
        return document
    renamed: dict[str, Any] = _with_references(document, names)
    kept = renamed["components"]["schemas"]
    renamed["components"]["schemas"] = {
        names.get(name, name): {**schema, "title": names[name]} if name in names else schema
        for name, schema in kept.items()
    }
    return renamed


def _with_references(node: Any, names: dict[str, str]) -> Any:
    if isinstance(node, list):
        return [_with_references(item, names) for item in node]
    if not isinstance(node, dict):
        return node
    changed = {key: _with_references(value, names) for key, value in node.items()}
    reference = changed.get("$ref")
    if isinstance(reference, str) and (name := reference.removeprefix(_PREFIX)) in names:
        changed["$ref"] = _PREFIX + names[name]
    return changed
