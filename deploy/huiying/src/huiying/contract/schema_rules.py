"""What each convention about what is sent and answered looks for; `conventions` has them in a table."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from huiying.contract.parts import SNAKE, Part

_CODE = re.compile(r"[a-z0-9][a-z0-9_.:-]*|[A-Z]+-[A-Z0-9]+")  # a code, or the number of a rule
_ENDINGS = {"at": "date-time", "on": "date"}
_OTHER_END = {"from": "to", "to": "from"}


def casing(part: Part) -> Iterator[str]:
    """One word in URL, JSON, Python, SQL and rulebook."""
    for name, schema in part.schema["properties"].items():
        if not SNAKE.fullmatch(name):
            yield f"{name} is not snake_case"
        for code in schema.get("enum", ()):
            if isinstance(code, str) and not _CODE.fullmatch(code):
                yield f"{name}: code {code} is not lower_snake_case"


def times(part: Part) -> Iterator[str]:
    """A field's name says what it holds."""
    fields = part.schema["properties"]
    for name, schema in fields.items():
        told = set(_formats(schema))
        wanted = _wanted(name, fields)
        if wanted and told and told != {wanted}:
            yield f"{name} is not a {wanted}"


def _wanted(name: str, fields: Mapping[str, Any]) -> str | None:
    stem, _, ending = name.rpartition("_")
    if ending in _OTHER_END and f"{stem}_{_OTHER_END[ending]}" in fields:
        return "date"
    return _ENDINGS.get(ending) if stem else None


_BY_RFC = frozenset({"TokenOut"})
"""Answers whose fields are OAuth's (RFC 6749 5.1): what is not given is left out, not null."""


def closed(part: Part) -> Iterator[str]:
    """What nobody asked for is an error, not a field to set behind the back."""
    if part.is_sent and part.schema.get("additionalProperties") is not False:
        yield "takes fields it does not know"


def whole(part: Part) -> Iterator[str]:
    """Generated clients see every field as there."""
    if not part.is_sent and part.where not in _BY_RFC:
        missing = part.schema["properties"].keys() - set(part.schema.get("required", ()))
        yield from (f"{name} may be missing from the answer" for name in sorted(missing))


def _formats(schema: Any) -> Iterator[str]:
    for one in (schema, *schema.get("anyOf", ())):
        if one.get("type") == "string":
            yield str(one.get("format", "text"))
