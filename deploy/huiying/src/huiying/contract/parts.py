"""The parts of a description that rules look at: its operations, and the schemas of what is sent and answered."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from shared.http.openapi import operations

Schema = Mapping[str, Any]
JSON = "application/json"
SNAKE = re.compile(r"[a-z][a-z0-9_]*")


@dataclass(frozen=True)
class Op:
    """One operation, with its refusals looked up."""

    path: str
    method: str
    said: Mapping[str, Any]
    document: Mapping[str, Any] = field(repr=False)

    @property
    def where(self) -> str:
        """Where it is, for people."""
        return f"{self.method.upper()} {self.path}"

    @property
    def sent(self) -> dict[str, Mapping[str, Any]]:
        """Parameters by name."""
        return {one["name"]: one for one in self.said.get("parameters", ())}

    @property
    def body(self) -> Mapping[str, Any]:
        """Content of the body by media type."""
        content: Mapping[str, Any] = self.said.get("requestBody", {}).get("content", {})
        return content

    @property
    def answers(self) -> dict[str, Mapping[str, Any]]:
        """Answers by status; those that operations share are looked up."""
        shared = self.document.get("components", {}).get("responses", {})
        return {
            status: shared.get(one["$ref"].rpartition("/")[2], {}) if "$ref" in one else one
            for status, one in self.said.get("responses", {}).items()
        }

    @property
    def good(self) -> dict[str, Mapping[str, Any]]:
        """Answers that are no refusals."""
        return {status: one for status, one in self.answers.items() if status[0] in "23"}

    def fields(self, media: Mapping[str, Any]) -> Mapping[str, Any]:
        """Return the fields of JSON content; none where it has no JSON."""
        schema = resolved(self.document, media.get(JSON, {}).get("schema", {}))
        branches = [
            resolved(self.document, one) for one in schema.get("anyOf", schema.get("oneOf", [schema]))
        ]
        return {name: field for one in branches for name, field in one.get("properties", {}).items()}


@dataclass(frozen=True)
class Part:
    """One schema with fields, and whether callers send it or are answered with it."""

    where: str
    schema: Schema
    is_sent: bool


def operations_in(document: Mapping[str, Any]) -> Iterator[Op]:
    """Walk over the operations of a description."""
    for path, method, said in operations(document):
        yield Op(path, method, said, document)


def parts_in(document: Mapping[str, Any]) -> Iterator[Part]:
    """Walk over every schema with fields that an operation sends or answers, each once a direction."""
    seen: set[tuple[str, bool]] = set()
    for one in operations_in(document):
        yield from _inside(document, one.body.get(JSON, {}).get("schema", {}), one.where, seen, is_sent=True)
        for answer in one.good.values():
            schema = answer.get("content", {}).get(JSON, {}).get("schema", {})
            yield from _inside(document, schema, one.where, seen, is_sent=False)


def resolved(document: Mapping[str, Any], schema: Schema) -> Schema:
    """Follow references."""
    while "$ref" in schema:
        schema = document["components"]["schemas"][schema["$ref"].rpartition("/")[2]]
    return schema


def standing_alone(document: Mapping[str, Any], schema: Schema) -> dict[str, Any]:
    """Return a schema together with those it refers to, and no others."""
    schemas: dict[str, Any] = {}
    waiting: list[Any] = [schema]
    while waiting:
        node = waiting.pop()
        if isinstance(node, list):
            waiting += node
        elif isinstance(node, Mapping):
            waiting += node.values()
            name = str(node.get("$ref", "")).rpartition("/")[2]
            if name and name not in schemas:
                schemas[name] = document["components"]["schemas"][name]
                waiting.append(schemas[name])
    return {**schema, "components": {"schemas": schemas}}


def _inside(
    document: Mapping[str, Any], schema: Any, where: str, seen: set[tuple[str, bool]], *, is_sent: bool
) -> Iterator[Part]:
    if isinstance(schema, list):
        for one in schema:
            yield from _inside(document, one, where, seen, is_sent=is_sent)
    if not isinstance(schema, Mapping):
        return
    if "$ref" in schema:
        where = schema["$ref"].rpartition("/")[2]
        if (where, is_sent) in seen:
            return
        seen.add((where, is_sent))
        schema = resolved(document, schema)
    if schema.get("type") == "object" and "properties" in schema:
        yield Part(where, schema, is_sent)
    for name, inner in schema.get("properties", {}).items():
        yield from _inside(document, inner, f"{where}.{name}", seen, is_sent=is_sent)
    for word in ("anyOf", "oneOf", "allOf", "items", "additionalProperties"):
        yield from _inside(document, schema.get(word), where, seen, is_sent=is_sent)
