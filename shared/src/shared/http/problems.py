"""Refusals as RFC 9457 problem details: what code raises, and the body the caller gets.

Problem          anything a caller is told; the catalogue knows its status and its words
└── FieldError   (no exception) one wrong field or parameter; a problem carries as many as were found
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Literal
from urllib.parse import quote

import msgspec
from starlette.responses import Response
from starlette.types import Scope

from shared.figures.counted import REFUSALS
from shared.http.answers import filled_up
from shared.http.catalogue import Catalogue
from shared.http.language import Language, language_of
from shared.http.trace import trace_of

MEDIA_TYPE = "application/problem+json"
Place = Literal["body", "query", "path", "header", "cookie"]
_LONGEST_INSTANCE = 200
_encode = msgspec.json.Encoder(enc_hook=str).encode


@dataclass(frozen=True, slots=True)
class FieldError:
    """One wrong field. `pointer` is a JSON pointer; `params` never hold what the caller sent."""

    pointer: str
    place: Place
    code: str
    params: Mapping[str, Any] = field(default_factory=dict)


class Problem(Exception):
    """A refusal with a stable code; `params` fill the words of the catalogue and are never caller's input.

    `headers` go out with the answer, such as `Retry-After`. With `pad_to` its length is filled up to a multiple of
    that, where the length of an answer would tell whether something was found.
    """

    def __init__(
        self,
        code: str,
        /,
        *,
        errors: Sequence[FieldError] = (),
        headers: Mapping[str, str] | None = None,
        **params: Any,
    ) -> None:
        super().__init__(code)
        self.code = code
        self.params = params
        self.errors = tuple(errors)
        self.headers = dict(headers or {})
        self.pad_to = 1


def coded(error: Any) -> Problem:
    """Return an exception of another package, which carries a `code` and perhaps `params`, as a problem."""
    return Problem(error.code, **getattr(error, "params", {}))


def invalid_input(*errors: FieldError) -> Problem:
    """Return the problem that lists every wrong field."""
    return Problem("invalid_input", errors=errors, count=len(errors))


def problem_body(catalogue: Catalogue, problem: Problem, language: Language, scope: Scope) -> dict[str, Any]:
    """Return the problem as the caller reads it. A code nobody wrote words for shows as `internal_error`."""
    code = problem.code if problem.code in catalogue.problems else "internal_error"
    wording = catalogue.wording(code, language, problem.params)
    body: dict[str, Any] = {
        "type": f"/docs/errors/{code}",
        "title": wording.title,
        "status": catalogue.problems[code].status,
        "detail": wording.detail,
        "instance": quote(scope["path"][:_LONGEST_INSTANCE]),
        "code": code,
        "trace_id": trace_of(scope).trace_id,
    }
    if problem.errors:
        body["errors"] = [
            {
                "pointer": error.pointer,
                "in": error.place,
                "code": error.code,
                "detail": catalogue.sentence(error.code, language, error.params),
                "params": dict(error.params),
            }
            for error in problem.errors
        ]
    return body


def problem_response(catalogue: Catalogue, problem: Problem, scope: Scope) -> Response:
    """Return the answer to a refused request, in the caller's language."""
    language = language_of(scope)
    body = problem_body(catalogue, problem, language, scope)
    REFUSALS.labels(body["code"], body["status"]).inc()
    content = _encode(body)
    response = Response(
        content,
        status_code=body["status"],
        media_type=MEDIA_TYPE,
        headers={"Content-Language": language, **problem.headers},
    )
    return filled_up(response, problem.pad_to)
