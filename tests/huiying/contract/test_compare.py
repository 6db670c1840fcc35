"""A released description may be added to; whatever takes something away from callers is named."""

from __future__ import annotations

from collections.abc import Callable
from copy import deepcopy
from typing import Any

import pytest

from huiying.contract.compare import breaks
from huiying.contract.typescript import type_of, types_of

SENT = {
    "type": "object",
    "required": ["content"],
    "properties": {
        "content": {"type": "string", "maxLength": 100},
        "region": {"type": "string", "enum": ["a", "b"]},
        "parts": {"type": "array", "items": {"$ref": "#/components/schemas/Part"}},
    },
}
OUT = {
    "type": "object",
    "required": ["id"],
    "properties": {"id": {"type": "string"}, "state": {"type": "string", "enum": ["x", "y"]}},
}
PART = {
    "type": "object",
    "properties": {"part": {"$ref": "#/components/schemas/Part"}, "n": {"type": "integer"}},
}
RELEASED: dict[str, Any] = {
    "servers": [{"url": "/intake"}],
    "components": {"schemas": {"Sent": SENT, "Out": OUT, "Part": PART}},
    "paths": {
        "/v1/things": {
            "post": {
                "operationId": "make_thing",
                "parameters": [{"in": "query", "name": "dry", "schema": {"type": "boolean"}}],
                "requestBody": {
                    "required": True,
                    "content": {"application/json": {"schema": {"$ref": "#/components/schemas/Sent"}}},
                },
                "responses": {
                    "201": {"content": {"application/json": {"schema": {"$ref": "#/components/schemas/Out"}}}}
                },
            }
        }
    },
}


def changed(change: Callable[[dict[str, Any], dict[str, Any], dict[str, Any]], object]) -> list[str]:
    """Return what breaks after a change of schemas, operation, paths."""
    now = deepcopy(RELEASED)
    change(now["components"]["schemas"], now["paths"]["/v1/things"]["post"], now["paths"])
    return breaks(RELEASED, now)


def test_nothing_changed_breaks_nobody() -> None:
    assert breaks(RELEASED, RELEASED) == []


@pytest.mark.parametrize(
    "change",
    [
        lambda s, o, p: s["Sent"]["properties"].update(more={"type": "string"}),
        lambda s, o, p: s["Out"]["properties"].update(more={"type": "string"}),
        lambda s, o, p: s["Out"]["properties"]["state"].update(enum=["x", "y", "z"]),
        lambda s, o, p: s["Sent"]["properties"]["region"].update(enum=["a", "b", "c"]),
        lambda s, o, p: s["Sent"]["properties"]["content"].update(maxLength=200),
        lambda s, o, p: s["Sent"].update(required=[]),
        lambda s, o, p: p.update({"/v1/others": p["/v1/things"]}),
        lambda s, o, p: o["parameters"].append({"in": "query", "name": "more"}),
    ],
)
def test_adding_breaks_nobody(change: Any) -> None:
    assert changed(change) == []


@pytest.mark.parametrize(
    ("told", "change"),
    [
        ("is gone", lambda s, o, p: p.clear()),
        ("query parameter dry is gone", lambda s, o, p: o.update(parameters=[])),
        ("query parameter dry is required now", lambda s, o, p: o["parameters"][0].update(required=True)),
        ("body.region is required now", lambda s, o, p: s["Sent"]["required"].append("region")),
        ("body.region is no longer accepted", lambda s, o, p: s["Sent"]["properties"].pop("region")),
        ("body.region no longer accepts b", lambda s, o, p: s["Sent"]["properties"]["region"].update(enum=["a"])),
        ("body.content has a narrower maxLength", lambda s, o, p: s["Sent"]["properties"]["content"].update(maxLength=9)),
        ("body.content has a narrower minLength", lambda s, o, p: s["Sent"]["properties"]["content"].update(minLength=9)),
        ("body.content has another type", lambda s, o, p: s["Sent"]["properties"]["content"].update(type="integer")),
        ("body.parts[].n is no longer accepted", lambda s, o, p: s["Part"]["properties"].pop("n")),
        ("no longer answers 201", lambda s, o, p: o["responses"].clear()),
        ("201.id is gone", lambda s, o, p: s["Out"]["properties"].pop("id")),
        ("201.id may be missing now", lambda s, o, p: s["Out"].update(required=[])),
        ("201.id has another type", lambda s, o, p: s["Out"]["properties"]["id"].update(type="integer")),
    ],
)  # fmt: skip
def test_taking_away_is_named(told: str, change: Any) -> None:
    found = changed(change)

    assert found, told
    assert all(one.startswith("POST /v1/things: ") for one in found)
    assert any(one.endswith(told) for one in found), found


def test_types_say_what_the_description_says() -> None:
    text = types_of(RELEASED)

    assert 'region?: "a" | "b";' in text
    assert "content: string;" in text
    assert "parts?: Part[];" in text
    assert 'make_thing: { method: "POST"; path: "/intake/v1/things"; body: Sent; answer: Out };' in text


def test_what_may_be_null_or_of_two_kinds_is_a_union() -> None:
    assert type_of({"anyOf": [{"type": "string"}, {"type": "null"}]}) == "string | null"
    assert type_of({"type": "array", "items": {"anyOf": [{"type": "string"}, {"type": "integer"}]}}) == (
        "(string | number)[]"
    )
    assert (
        type_of({"type": "object", "additionalProperties": {"type": "integer"}}) == "Record<string, number>"
    )
    assert type_of({}) == "unknown"
