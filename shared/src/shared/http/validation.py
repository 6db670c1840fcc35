"""From what pydantic found wrong to field errors: pointers, stable codes, and the schema's own limits.

What the caller sent is never repeated: only the names of fields, and limits that stand in the schema.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import cache
from typing import Any, get_args

from fastapi.exceptions import RequestValidationError
from pydantic_core import ErrorDetails, from_json
from pydantic_core.core_schema import ErrorType

from shared.http.problems import FieldError, Place, Problem, invalid_input

MOST_ERRORS = 100
"""A problem lists no more; the count in its words is the full one."""

_LONGEST_NAME = 64
_PLACES: dict[str, Place] = {
    "body": "body", "query": "query", "path": "path", "header": "header", "cookie": "cookie",
}  # fmt: skip
_NAMES = {"min_length": "min", "max_length": "max", "ge": "min", "le": "max", "gt": "above", "lt": "below"}
_LIMITS = frozenset(
    {"multiple_of", "max_digits", "decimal_places", "whole_digits", "pattern", "expected_version"}
)
_CHOICES = frozenset({"expected", "expected_tags", "expected_schemes"})
_QUOTED = re.compile(r"'((?:[^'\\]|\\.)*)'")
_POSITION = re.compile(r"line (\d+) column (\d+)")
_PRECONDITIONS = {"idempotency-key": "idempotency_key_required", "if-match": "if_match_required"}


def problem_of(refused: RequestValidationError) -> Problem:
    """Return the one problem that says everything that is wrong with a request.

    A missing precondition comes before wrong fields: `idempotency_key_required`, then `if_match_required`.
    """
    found: list[ErrorDetails] = list(refused.errors())
    missing = {str(error["loc"][-1]).lower() for error in found if _misses_header(error)}
    for header, code in _PRECONDITIONS.items():
        if header in missing:
            return Problem(code)
    document = _document(refused.body)
    problem = invalid_input(*(field_error(error, document) for error in found[:MOST_ERRORS]))
    problem.params["count"] = len(found)
    return problem


def field_error(error: ErrorDetails | Mapping[str, Any], document: Any = None) -> FieldError:
    """Return one error of pydantic as ours; `document` is the body as sent, to find the pointer in."""
    place = _PLACES.get(str(error["loc"][0]), "body") if error["loc"] else "body"
    code = error["type"]
    if code == "extra_forbidden":
        code = "unknown_field" if place == "body" else "unknown_parameter"
    path = error["loc"][1:]
    pointer = _pointer_in(document, path, error["type"]) if place == "body" else _joined(path)
    if code == "json_invalid":
        pointer = ""
    return FieldError(pointer, place, code, _params(code, error.get("ctx") or {}))


def _misses_header(error: ErrorDetails) -> bool:
    return error["type"] == "missing" and error["loc"][0] == "header"


def _document(body: Any) -> Any:
    if not isinstance(body, bytes):
        return body
    try:
        return from_json(body)
    except ValueError:
        return None


def _pointer_in(document: Any, path: Iterable[int | str], kind: str) -> str:
    """Follow the path through what was sent; steps that name branches of the schema are left out."""
    steps = list(path)
    here, found = document, []
    for index, step in enumerate(steps):
        if _has(here, step):
            here = here[step]
        elif document is not None and not (kind == "missing" and index == len(steps) - 1):
            continue
        found.append(step)
    return _joined(found)


def _has(container: Any, step: int | str) -> bool:
    if isinstance(container, list):
        return isinstance(step, int) and step < len(container)
    return isinstance(container, Mapping) and step in container


def _joined(steps: Iterable[int | str]) -> str:
    names = (str(step)[:_LONGEST_NAME].replace("~", "~0").replace("/", "~1") for step in steps)
    return "".join(f"/{name}" for name in names)


def _params(code: str, context: Mapping[str, Any]) -> dict[str, Any]:
    if code == "json_invalid":
        return _position(str(context.get("error", "")))
    if code not in _known_types():  # raised by a check of ours, which puts no input in
        return dict(context)
    params: dict[str, Any] = {}
    for name, value in context.items():
        if name in _NAMES:
            params[_NAMES[name]] = value
        elif name in _LIMITS:
            params[name] = value
        elif name in _CHOICES:
            params["allowed"] = _QUOTED.findall(value)
        elif name == "discriminator":
            params[name] = value.strip("'")
    return params


def _position(text: str) -> dict[str, Any]:
    found = _POSITION.search(text)
    return {"line": int(found[1]), "column": int(found[2])} if found else {"line": 1, "column": 1}


@cache
def _known_types() -> frozenset[str]:
    return frozenset(get_args(ErrorType))
