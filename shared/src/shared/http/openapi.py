"""The OpenAPI 3.1 document of a service: what FastAPI finds, completed by what every service has in common.

A route says the rest in `openapi_extra`: `problems(...)` for its own refusals, `security` when it is public
(`[]`) or needs another scheme than a bearer token, `x-etag` when its answer has a version, `sortable(...)` for a list.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from fastapi import FastAPI
from fastapi.openapi.utils import get_openapi

from shared.http.catalogue import Catalogue
from shared.http.openapi_examples import example_of
from shared.http.openapi_names import with_plain_names
from shared.http.openapi_problems import EVERYWHERE, PROBLEM_SCHEMAS, Refusals, references

METHODS = frozenset({"get", "post", "put", "delete"})
BEARER: list[dict[str, list[str]]] = [{"bearer": []}]

_JSON = "application/json"
_GENERATED = ("HTTPValidationError", "ValidationError")
_HEADERS: dict[str, tuple[str, dict[str, Any]]] = {
    "API-Version": ("接口版本 · version of the API", {"type": "string", "examples": ["1.0.0"]}),
    "X-Request-Id": ("请求编号，原样返回或由服务生成 · id of the request", {"type": "string"}),
    "traceparent": ("W3C 追踪上下文 · W3C trace context", {"type": "string"}),
    "ETag": ("对象版本，用于 If-Match · version of the row", {"type": "string", "examples": ['"7"']}),
    "Location": ("新对象的地址 · address of what was made", {"type": "string", "format": "uri-reference"}),
    "Retry-After": ("多少秒后重试 · seconds to wait", {"type": "integer", "minimum": 0}),
    "Idempotency-Replayed": (
        "true 表示返回的是首次请求的答复 · this answer was given before",
        {"type": "string", "enum": ["true"]},
    ),
    "RateLimit": ("当前限额余量 · what is left of the limit", {"type": "string"}),
    "RateLimit-Policy": ("限额规则 · the limit", {"type": "string"}),
}
_DESCRIPTIONS = {
    "201": "已创建",
    "202": "已受理，尚待签批或处理",
    "204": "成功，没有正文",
    "304": "内容未变，没有正文",
}


_CONTACT = {
    "name": "Huiying",
    "url": "https://huiying.example.invalid/",
    "email": "huiying@example.invalid",
}


@dataclass(frozen=True, slots=True)
class About:
    """What a document says about its service: URL prefix, titles, and its tags with what they hold."""

    service: str
    title: str
    description: str
    version: str
    tags: Mapping[str, str] = field(default_factory=dict)
    contact: Mapping[str, str] = field(default_factory=lambda: dict(_CONTACT))


def problems(*codes: str) -> dict[str, Any]:
    """Return what a route puts in `openapi_extra` to list the refusals of its own."""
    return {"x-problems": list(codes)}


def sortable(*keys: str) -> dict[str, Any]:
    """Return what a list puts in `openapi_extra` to say what it may be sorted by."""
    return {"x-sort": list(keys)}


def document(app: FastAPI, about: About, catalogue: Catalogue) -> dict[str, Any]:
    """Return the whole document. Raises: KeyError for a problem the catalogue does not know."""
    made = get_openapi(
        title=about.title,
        version=about.version,
        description=about.description,
        routes=app.routes,
        webhooks=app.webhooks.routes,
        servers=[{"url": f"/{about.service}", "description": "网关 · through the gateway"}],
        contact=dict(about.contact),
        license_info={"name": "Apache-2.0", "identifier": "Apache-2.0"},
        tags=[{"name": name, "description": text} for name, text in about.tags.items()],
    )
    made = with_plain_names(made)
    components = made.setdefault("components", {})
    schemas = components.setdefault("schemas", {})
    for name in _GENERATED:
        schemas.pop(name, None)
    refusals = Refusals(catalogue)
    for _, _, operation in operations(made):
        _complete(operation, schemas, refusals)
    components["schemas"] = dict(sorted({**schemas, **PROBLEM_SCHEMAS}.items()))
    components["headers"] = {name: _header(*text) for name, text in _HEADERS.items()}
    components["responses"] = refusals.responses()
    components["examples"] = refusals.examples()
    components.setdefault("securitySchemes", {}).setdefault("bearer", _BEARER_SCHEME)
    return made


def operations(made: Mapping[str, Any]) -> Iterator[tuple[str, str, dict[str, Any]]]:
    """Walk over path, method and operation of a document."""
    for path, item in made.get("paths", {}).items():
        for method, operation in item.items():
            yield path, method, operation


def text_of(made: Mapping[str, Any]) -> str:
    """Return a document as it is committed: the same text from the same code."""
    return json.dumps(made, ensure_ascii=False, indent=2) + "\n"


def write(made: Mapping[str, Any], path: Path) -> bool:
    """Write a document if it differs from the file; say whether it did."""
    text = text_of(made)
    if path.exists() and path.read_text("utf-8") == text:
        return False
    path.write_text(text, "utf-8")
    return True


def _complete(operation: dict[str, Any], schemas: Mapping[str, Any], refusals: Refusals) -> None:
    operation.setdefault("security", BEARER)
    responses: dict[str, Any] = operation["responses"]
    if _is_generated(responses.get("422")):
        del responses["422"]
    sorted_by = operation.pop("x-sort", ())
    for parameter in operation.get("parameters", ()):
        _complete_parameter(parameter, sorted_by)
    has_tag = bool(operation.pop("x-etag", False))
    for status, response in responses.items():
        _complete_answer(operation, status, response, schemas, has_tag=has_tag)
    _show(operation.get("requestBody", {}).get("content", {}), schemas)
    if _names_an_object(operation.get("requestBody", {}), schemas, set()):
        operation["x-problems"] = [*operation.get("x-problems", ()), "not_found"]
    operation["responses"] = dict(sorted({**refusals.of(operation), **responses}.items()))


def _complete_parameter(parameter: dict[str, Any], sorted_by: Sequence[str]) -> None:
    """Say what FastAPI does not: that no text of a URL or header is null, and what a list may be sorted by."""
    schema = parameter["schema"]
    branches = [one for one in schema.get("anyOf", ()) if one.get("type") != "null"]
    if len(branches) == 1:
        rest = {name: value for name, value in schema.items() if name != "anyOf"}
        parameter["schema"] = schema = {**branches[0], **rest}
    schema.pop("title", None)
    if schema.get("description") == parameter.get("description"):
        schema.pop("description", None)
    if parameter["in"] == "path" and schema.get("format") == "uuid":
        parameter.setdefault("description", "编号（UUID）· id")
    if parameter["name"] == "sort" and sorted_by:
        key = f"-?({'|'.join(sorted_by)})"
        schema.update(pattern=f"^{key}(,{key})*$", examples=[f"-{sorted_by[0]}"])
        parameter["description"] += f"可用字段：{'、'.join(sorted_by)}。"


def _complete_answer(
    operation: Mapping[str, Any],
    status: str,
    response: dict[str, Any],
    schemas: Mapping[str, Any],
    *,
    has_tag: bool,
) -> None:
    if response.get("description") in {"Successful Response", None}:
        response["description"] = _DESCRIPTIONS.get(status, "成功")
    names = list(EVERYWHERE)
    sent = {parameter["name"] for parameter in operation.get("parameters", ())}
    if has_tag or sent & {"If-Match", "If-None-Match"}:
        names.append("ETag")
    if "Idempotency-Key" in sent:
        names.append("Idempotency-Replayed")
    if status in {"201", "202"}:
        names.append("Location")
    response["headers"] = {**references(*names), **response.get("headers", {})}
    _show(response.get("content", {}), schemas)


def _show(content: Mapping[str, Any], schemas: Mapping[str, Any]) -> None:
    """Give JSON content an example unless its route brought one."""
    media = content.get(_JSON)
    if media and media.get("schema") and "example" not in media and "examples" not in media:
        media["example"] = example_of(media["schema"], schemas)


def _names_an_object(node: Any, schemas: Mapping[str, Any], seen: set[str]) -> bool:
    """Say whether a body holds an id: what it names may not be there for the caller, as with an id in the path."""
    if isinstance(node, list):
        return any(_names_an_object(one, schemas, seen) for one in node)
    if not isinstance(node, dict):
        return False
    name = str(node.get("$ref", "")).rpartition("/")[2]
    if name and name not in seen:
        seen.add(name)
        return _names_an_object(schemas[name], schemas, seen)
    return node.get("format") == "uuid" or any(_names_an_object(one, schemas, seen) for one in node.values())


def _is_generated(response: Any) -> bool:
    content = (response or {}).get("content", {}).get(_JSON, {})
    return str(content.get("schema", {}).get("$ref", "")).endswith("/HTTPValidationError")


def _header(text: str, schema: Mapping[str, Any]) -> dict[str, Any]:
    return {"description": text, "schema": dict(schema)}


_BEARER_SCHEME = {
    "type": "http",
    "scheme": "bearer",
    "bearerFormat": "JWT",
    "description": "identity 服务签发的访问令牌（ES256）· access token issued by the identity service",
}
