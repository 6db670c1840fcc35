"""The conventions of every API, as a list of what a document breaks. Empty is good."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from shared.http.openapi import METHODS, operations
from shared.http.problems import MEDIA_TYPE

Operation = Mapping[str, Any]

_PATH = re.compile(r"/v\d+(/[a-z][a-z0-9-]*|/\{[a-z][a-z0-9_]*\}|/_[a-z]+|/[a-z][a-z0-9-]*\.json)+")
_OPERATION_ID = re.compile(r"[a-z]+(_[a-z0-9]+)+")
_SNAKE = re.compile(r"[a-z][a-z0-9_]*")
_CHINESE = re.compile("[\u4e00-\u9fff]")
_LEVELS = 3
_READS = ("/_search", "/_count")
_PERSONAL = frozenset(
    {"name", "person", "person_name", "reporter_name", "officer_name", "phone", "mobile", "telephone",
     "email", "address", "id_number", "id_card", "identity_number", "wechat", "receipt", "token", "password"}
)  # fmt: skip


def lint_openapi(document: Mapping[str, Any]) -> list[str]:
    """Return every breach of the conventions, each beginning with where it is.

    A route may say in `openapi_extra` that a rule does not fit it: `x-idempotent` for a POST that needs no
    key, `x-unversioned` for a PUT or DELETE of something without versions.
    """
    found = list(_about(document))
    seen: set[str] = set()
    shared = document.get("components", {}).get("responses", {})
    for path, method, written in operations(document):
        operation = {**written, "responses": _resolved(written.get("responses", {}), shared)}
        where = f"{method.upper()} {path}"
        found += [f"{where}: {what}" for check in _CHECKS for what in check(path, method, operation)]
        if (name := operation.get("operationId")) in seen:
            found.append(f"{where}: operationId {name} is taken")
        seen.add(str(name))
    return found


def _resolved(responses: Mapping[str, Any], shared: Mapping[str, Any]) -> dict[str, Any]:
    return {
        status: shared.get(response["$ref"].rpartition("/")[2], {}) if "$ref" in response else response
        for status, response in responses.items()
    }


def _about(document: Mapping[str, Any]) -> Iterator[str]:
    info = document.get("info", {})
    if not str(document.get("openapi", "")).startswith("3.1"):
        yield "document: not OpenAPI 3.1"
    for part in ("title", "version", "description", "contact", "license"):
        if not info.get(part):
            yield f"document: info.{part} is missing"
    if not document.get("servers"):
        yield "document: servers are missing"


def _address(path: str, method: str, operation: Operation) -> Iterator[str]:
    if method not in METHODS:
        yield "method is not GET, POST, PUT or DELETE"
    if not _PATH.fullmatch(path):
        yield "path is not /v1/plural-nouns-in-kebab-case"
    if sum(not part.startswith("{") for part in path.split("/")[2:]) > _LEVELS:
        yield "path is more than two levels below its collection"


def _words(path: str, method: str, operation: Operation) -> Iterator[str]:
    if not _OPERATION_ID.fullmatch(operation.get("operationId", "")):
        yield "operationId is not verb_noun"
    for part in ("summary", "description"):
        if not _CHINESE.search(operation.get(part, "")):
            yield f"no Chinese {part}"
    tags = operation.get("tags", [])
    if not tags or not all(_CHINESE.search(tag) for tag in tags):
        yield "no Chinese tag"


def _parameters(path: str, method: str, operation: Operation) -> Iterator[str]:
    for parameter in operation.get("parameters", ()):
        name, place = parameter["name"], parameter["in"]
        if place in {"path", "query"} and not _SNAKE.fullmatch(name):
            yield f"parameter {name} is not snake_case"
        if place == "query" and name in _PERSONAL:
            yield f"parameter {name} puts personal data into the URL: POST to /_search"
        if not parameter.get("description"):
            yield f"parameter {name} has no description"


def _preconditions(path: str, method: str, operation: Operation) -> Iterator[str]:
    sent = {parameter["name"] for parameter in operation.get("parameters", ())}
    if (
        method == "post"
        and "Idempotency-Key" not in sent
        and not path.endswith(_READS)
        and not operation.get("x-idempotent")
    ):
        yield "POST without Idempotency-Key"
    if method in {"put", "delete"} and "If-Match" not in sent and not operation.get("x-unversioned"):
        yield f"{method.upper()} without If-Match"


def _answers(path: str, method: str, operation: Operation) -> Iterator[str]:
    responses = operation.get("responses", {})
    if not any(status.startswith(("2", "3")) for status in responses):
        yield "no successful answer"
    if "security" not in operation:
        yield "no security"
    if (operation.get("parameters") or operation.get("requestBody")) and "400" not in responses:
        yield "400 is not documented"
    if _lacks_example(operation.get("requestBody", {}).get("content", {})):
        yield "the body has no example"
    for status, response in responses.items():
        content = response.get("content", {})
        if status[0] in "45" and not content.get(MEDIA_TYPE, {}).get("examples"):
            yield f"{status} is no problem with examples"
        if status[0] == "2" and _lacks_example(content):
            yield f"{status} has no example"


def _lacks_example(content: Mapping[str, Any]) -> bool:
    media = content.get("application/json")
    return media is not None and "example" not in media and not media.get("examples")


_CHECKS: tuple[Callable[[str, str, Operation], Iterator[str]], ...] = (
    _address,
    _words,
    _parameters,
    _preconditions,
    _answers,
)
