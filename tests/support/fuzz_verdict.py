"""What is wrong with an answer to a made-up request, by the service's own document.

Schemathesis judges what it can from request and answer alone. Two of its judgements are made stricter here: a bad
request is refused for being bad, whoever asks and whatever is there; and a good one may be refused only by a rule that
a schema cannot say.
"""

from __future__ import annotations

import json
from typing import Any

import httpx
from schemathesis.core.failures import FailureGroup
from schemathesis.core.parameters import ParameterLocation
from schemathesis.core.transport import Response
from schemathesis.generation.case import Case
from schemathesis.openapi.checks import RejectedPositiveData
from schemathesis.schemas import BaseSchema
from schemathesis.specs.openapi import checks

REFUSED_AS_BAD = ["400", "401", "403", "404", "405", "406", "413", "415", "428", "429"]
GOOD_ENOUGH = ["2xx", "3xx", "400", "401", "403", "404", "409", "412", "413", "422", "429"]
"""400 is judged by `_could_have_been_said`."""
UPLOAD = "multipart/form-data"
LOOKED_FIRST = {403, 404, 409, 412}
SAYABLE = frozenset({
    "missing", "extra_forbidden", "string_too_short", "string_too_long", "string_type", "bool_type", "enum",
    "literal_error", "uuid_parsing", "list_type", "dict_type", "too_short", "too_long", "greater_than_equal",
    "less_than_equal", "string_pattern_mismatch", "idempotency_key_invalid", "if_match_invalid",
})  # fmt: skip
"""Refusals that a schema can announce, so that none may come as a surprise. It cannot say, among others: that control
characters are refused, that texts are trimmed before they are counted, that `1.0` is no integer, which years there are,
which codes a reference list holds, and what two fields mean together."""
NOT_OURS = [
    checks.ignored_auth,  # sends again by itself: tests/contracts/test_hostile_tokens.py asks every route without a token
    checks.object_level_authorization,  # needs two users of its own kind: the matrices are stricter
    checks.use_after_free,
    checks.ensure_resource_availability,  # both follow chains of requests: every process's own journey does
]


def configure(schema: BaseSchema) -> None:
    """Make the judgements as strict as ours are."""
    config = schema.config.checks
    config.negative_data_rejection.expected_statuses = REFUSED_AS_BAD
    config.positive_data_acceptance.expected_statuses = GOOD_ENOUGH
    config.missing_required_header.expected_statuses = ["400", "401", "403", "428", "429"]


def faults_of(case: Case[Any], answer: httpx.Response) -> list[str]:
    """Return what is wrong with an answer, each beginning with a word for its kind. Empty is good."""
    found = [f"invented refusal: {one}" for one in _could_have_been_said(case, answer)]
    if _has_bad_body(case) and answer.status_code in LOOKED_FIRST:
        found.append("accepted: looked at rights and objects before it refused the body")
    if _has_bad_body(case) and answer.is_success:
        found.append("accepted: took a bad body")
    try:
        case.validate_response(Response.from_any(answer), excluded_checks=NOT_OURS)
    except FailureGroup as group:
        found += [
            f"{type(one).__name__}: {' '.join(str(one.message).split())[:300]}"
            for one in group.exceptions
            if not (isinstance(one, RejectedPositiveData) and _is_no_such_file(case, answer))
        ]
    return found


def _is_no_such_file(case: Case[Any], answer: httpx.Response) -> bool:
    """Say whether a file was refused for not being one of a kind that is taken, which a schema cannot say."""
    return case.media_type == UPLOAD and answer.status_code == 415


def is_bad(case: Case[Any], where: ParameterLocation | None = None) -> bool:
    """Say whether a request, or this part of it, was made up to be bad."""
    if case.meta is None:
        return False
    if where is None:
        return case.meta.generation.mode.is_negative
    info = case.meta.components.get(where)
    return info is not None and info.mode.is_negative


def _has_bad_body(case: Case[Any]) -> bool:
    if case.meta is None:
        return False
    bad = {where for where, info in case.meta.components.items() if info.mode.is_negative}
    return bad == {ParameterLocation.BODY}


def _could_have_been_said(case: Case[Any], answer: httpx.Response) -> list[str]:
    """Return the refusals of a good request that its document should have announced."""
    if case.meta is None or is_bad(case) or answer.status_code != 400:
        return []
    return [
        f"{one['code']} at {one['pointer']}"
        for one in answer.json().get("errors", ())
        if one["code"] in SAYABLE and not (_was_trimmed(case, one) or _asks_for_a_code(one))
    ]


def _asks_for_a_code(error: dict[str, Any]) -> bool:
    """Say whether a list was to be narrowed to a code that a reference list does not hold today."""
    return (error["in"], error["code"]) == ("query", "enum")


def _was_trimmed(case: Case[Any], error: dict[str, Any]) -> bool:
    """Say whether a text counted as too short, or missing, because blanks around it do not count."""
    if error["code"] != "string_too_short":
        return False
    here: Any = case.body if error["in"] == "body" else case.query
    for step in error["pointer"].split("/")[1:]:
        here = here[int(step)] if isinstance(here, list) and step.isdecimal() else dict(here or {}).get(step)
    return isinstance(here, str) and here != here.strip()


def told(case: Case[Any], answer: httpx.Response) -> str:
    """Return a request and its answer in one line, for whoever mends it."""
    body = json.dumps(case.body, ensure_ascii=True, default=str)[:300]
    return f"{answer.request.method} {answer.request.url} {body} -> {answer.status_code} {answer.text[:300]}"
