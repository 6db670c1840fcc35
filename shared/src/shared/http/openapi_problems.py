"""How a document shows refusals: one schema, one example a code, and which codes an operation can give."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from shared.http.catalogue import Catalogue, Wording
from shared.http.language import DEFAULT
from shared.http.problems import MEDIA_TYPE

EVERYWHERE = ("API-Version", "X-Request-Id", "traceparent", "RateLimit", "RateLimit-Policy")
"""Headers of every answer."""

_EVERY_OPERATION = ("invalid_input", "rate_limited", "internal_error", "service_unavailable")
"""Invalid too, where nothing is taken: a parameter nobody knows is refused."""
_BY_HEADER = {
    "Idempotency-Key": ("idempotency_key_required", "idempotency_in_flight", "idempotency_key_reused"),
    "If-Match": ("if_match_required", "version_stale"),
}
_TRACE_ID = "4bf92f3577b34da6a3ce929d0e0e4736"

_FIELD_ERROR: dict[str, Any] = {
    "type": "object",
    "title": "FieldError",
    "description": "一处不符合要求的内容 · one wrong field",
    "required": ["pointer", "in", "code", "detail", "params"],
    "properties": {
        "pointer": {"type": "string", "description": "JSON 指针，指向有误的字段", "examples": ["/content"]},
        "in": {"type": "string", "enum": ["body", "query", "path", "header", "cookie"]},
        "code": {"type": "string", "description": "稳定代码，供程序判断"},
        "detail": {"type": "string", "description": "给人看的说明，语言随 Accept-Language"},
        "params": {"type": "object", "description": "限值等参数，不含所提交的内容"},
    },
}
_PROBLEM: dict[str, Any] = {
    "type": "object",
    "title": "Problem",
    "description": "RFC 9457 问题详情 · problem details",
    "required": ["type", "title", "status", "detail", "code", "trace_id"],
    "properties": {
        "type": {"type": "string", "format": "uri-reference", "description": "该代码的说明页"},
        "title": {"type": "string"},
        "status": {"type": "integer", "minimum": 400, "maximum": 599},
        "detail": {"type": "string"},
        "instance": {"type": "string", "format": "uri-reference", "description": "被拒绝的请求的路径"},
        "code": {"type": "string", "description": "稳定代码，供程序判断"},
        "trace_id": {"type": "string", "description": "追踪编号，报障时提供"},
        "errors": {
            "type": "array",
            "items": {"$ref": "#/components/schemas/FieldError"},
            "description": "全部有误的字段；仅 invalid_input 带有",
        },
    },
}
PROBLEM_SCHEMAS = {"FieldError": _FIELD_ERROR, "Problem": _PROBLEM}


class Refusals:
    """Collects what the operations of a document may be refused with, so that each is shown once."""

    def __init__(self, catalogue: Catalogue) -> None:
        self._catalogue = catalogue
        self._shared: set[str] = set()
        self._used: set[str] = set()

    def of(self, operation: dict[str, Any]) -> dict[str, Any]:
        """Return the refusals of an operation by status; takes `x-problems` out of it.

        Raises: KeyError for a code the catalogue does not know.
        """
        by_status: dict[int, list[str]] = {}
        for code in sorted({*codes_of(operation), *operation.pop("x-problems", ())}):
            by_status.setdefault(self._catalogue.problems[code].status, []).append(code)
            self._used.add(code)
        return {str(status): self._response(codes) for status, codes in sorted(by_status.items())}

    def responses(self) -> dict[str, Any]:
        """Return the refusals with one code, which operations refer to."""
        return {code: self._written([code]) for code in sorted(self._shared)}

    def examples(self) -> dict[str, Any]:
        """Return one example for each code, in the default language."""
        return {code: self._example(code) for code in sorted(self._used)}

    def _response(self, codes: list[str]) -> dict[str, Any]:
        if len(codes) > 1:
            return self._written(codes)
        self._shared.add(codes[0])
        return {"$ref": f"#/components/responses/{codes[0]}"}

    def _written(self, codes: list[str]) -> dict[str, Any]:
        status = self._catalogue.problems[codes[0]].status
        retry = ("Retry-After",) if status in {409, 429, 503} else ()
        return {
            "description": "；".join(self._wording(code).title for code in codes),
            "content": {
                MEDIA_TYPE: {
                    "schema": {"$ref": "#/components/schemas/Problem"},
                    "examples": {code: {"$ref": f"#/components/examples/{code}"} for code in codes},
                }
            },
            "headers": references(*EVERYWHERE, *retry),
        }

    def _wording(self, code: str) -> Wording:
        return self._catalogue.wording(code, DEFAULT, {"count": 1} if code == "invalid_input" else {})

    def _example(self, code: str) -> dict[str, Any]:
        wording = self._wording(code)
        body: dict[str, Any] = {
            "type": f"/docs/errors/{code}",
            "title": wording.title,
            "status": self._catalogue.problems[code].status,
            "detail": wording.detail,
            "instance": "/v1/examples",
            "code": code,
            "trace_id": _TRACE_ID,
        }
        if code == "invalid_input":
            sentence = self._catalogue.sentence("string_too_short", DEFAULT, {"min": 10})
            place = {"pointer": "/content", "in": "body", "code": "string_too_short"}
            body["errors"] = [{**place, "detail": sentence, "params": {"min": 10}}]
        return {"summary": wording.title, "value": body}


def references(*names: str) -> dict[str, Any]:
    """Return headers by reference."""
    return {name: {"$ref": f"#/components/headers/{name}"} for name in names}


def codes_of(operation: Mapping[str, Any]) -> Iterable[str]:
    """Return the codes that follow from what an operation takes."""
    yield from _EVERY_OPERATION
    parameters = operation.get("parameters", ())
    body = operation.get("requestBody")
    if body:
        yield from ("body_too_large", "unsupported_media_type")
    if operation.get("security"):
        yield from ("unauthenticated", "forbidden")
    for parameter in parameters:
        yield from _BY_HEADER.get(parameter["name"], ())
        if parameter["in"] == "path":
            yield "not_found"
        if parameter["name"] == "cursor":
            yield "cursor_mismatch"
