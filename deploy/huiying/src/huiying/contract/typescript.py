"""TypeScript types of a service's bodies and operations, made from its OpenAPI description."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from typing import Any

from shared.http.openapi import operations

Schema = Mapping[str, Any]
NOTE = "// Made from openapi.json by `make openapi`; not to be edited.\n\n"
_PLAIN = {"string": "string", "integer": "number", "number": "number", "boolean": "boolean", "null": "null"}
_WORD = re.compile(r"[A-Za-z_$][\w$]*")


def types_of(document: Mapping[str, Any]) -> str:
    """Return the text of a `.d.ts` file: one type for each schema, and one table of the operations."""
    schemas = document["components"]["schemas"]
    parts = [_declared(name, schemas[name]) for name in sorted(schemas)]
    rows = "".join(_operations(document))
    return f"{NOTE}{''.join(parts)}export interface Operations {{\n{rows}}}\n"


def _declared(name: str, schema: Schema) -> str:
    return f"{_comment(schema)}export type {_name(name)} = {type_of(schema)};\n\n"


def type_of(schema: Schema) -> str:
    """Return the TypeScript type of one schema."""
    if "$ref" in schema:
        return _name(schema["$ref"].rpartition("/")[2])
    if "const" in schema:
        return json.dumps(schema["const"], ensure_ascii=False)
    if "enum" in schema:
        return " | ".join(json.dumps(one, ensure_ascii=False) for one in schema["enum"])
    for word, mark in (("anyOf", " | "), ("oneOf", " | "), ("allOf", " & ")):
        if word in schema:
            return mark.join(dict.fromkeys(_grouped(type_of(one)) for one in schema[word]))
    kind = schema.get("type")
    if isinstance(kind, list):
        return " | ".join(type_of({**schema, "type": one}) for one in kind)
    if kind == "array":
        return f"{_grouped(type_of(schema.get('items', {})))}[]"
    if kind == "object" or "properties" in schema:
        return _object(schema)
    return _PLAIN.get(str(kind), "unknown")


def _object(schema: Schema) -> str:
    properties = schema.get("properties")
    if not properties:
        more = schema.get("additionalProperties")
        return f"Record<string, {type_of(more) if isinstance(more, Mapping) else 'unknown'}>"
    required = set(schema.get("required", ()))
    rows = [
        f"  {_key(name)}{'' if name in required else '?'}: {type_of(one).replace(chr(10), chr(10) + '  ')};\n"
        for name, one in properties.items()
    ]
    return "{\n" + "".join(rows) + "}"


def _operations(document: Mapping[str, Any]) -> Iterator[str]:
    prefix = document["servers"][0]["url"]
    for path, method, operation in operations(document):
        body = _json(operation.get("requestBody", {}))
        answers = [
            _json(answer) for status, answer in operation["responses"].items() if status.startswith("2")
        ]
        told = " | ".join(dict.fromkeys(one for one in answers if one)) or "null"
        yield (
            f"  {operation['operationId']}: {{ method: {json.dumps(method.upper())}; "
            f"path: {json.dumps(prefix + path)}; body: {body or 'never'}; answer: {told} }};\n"
        )


def _json(part: Schema) -> str | None:
    media = part.get("content", {}).get("application/json")
    return type_of(media.get("schema", {})) if media else None


def _grouped(text: str) -> str:
    return f"({text})" if " | " in text and "\n" not in text else text


def _name(name: str) -> str:
    return re.sub(r"\W", "_", name)


def _key(name: str) -> str:
    return name if _WORD.fullmatch(name) else json.dumps(name, ensure_ascii=False)


def _comment(schema: Schema) -> str:
    text = " ".join(str(schema.get("description", "")).replace("*/", "").split())
    return f"/** {text} */\n" if text else ""
