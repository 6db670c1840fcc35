"""What each convention about descriptions and operations looks for; `conventions` has them in a table."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Any

from huiying.contract.parts import JSON, SNAKE, Op, operations_in, resolved
from shared.http.openapi import METHODS
from shared.http.problems import MEDIA_TYPE

Document = Mapping[str, Any]

_PATH = re.compile(r"/v\d+(/[a-z][a-z0-9-]*|/\{[a-z][a-z0-9_]*\}|/_[a-z]+|/[a-z][a-z0-9-]*\.(json|svg))+")
_OPERATION_ID = re.compile(r"[a-z]+(_[a-z0-9]+)+")
_CHINESE = re.compile("[\u4e00-\u9fff]")
_ENGLISH = re.compile(r"(?<![`\w])[A-Za-z]{3,}(?![`\w])")
_SCHEMA = re.compile(r"([A-Z][a-z0-9]*)+")
_LEVELS = 3
_SINGULAR = frozenset(
    {"me", "token", "inbox", "feed", "audit", "public", "jwks", "openapi.json", "organisation-tree"}
)
"""What there is only one of, for whoever asks."""
_READS = ("/_search", "/_count")
_PERSONAL = frozenset(
    {"name", "person", "person_name", "reporter_name", "officer_name", "phone", "mobile", "telephone",
     "email", "address", "id_number", "id_card", "identity_number", "wechat", "receipt", "token", "password"}
)  # fmt: skip


def about(document: Document) -> Iterator[str]:
    """What a reader sees first."""
    info = document.get("info", {})
    if not str(document.get("openapi", "")).startswith("3.1"):
        yield "document: not OpenAPI 3.1"
    yield from (
        f"document: info.{part} is missing"
        for part in ("title", "version", "description", "contact", "license")
        if not info.get(part)
    )
    if not document.get("servers"):
        yield "document: servers are missing"


def unique_names(document: Document) -> Iterator[str]:
    """One name, one operation."""
    taken = Counter(str(one.said.get("operationId")) for one in operations_in(document))
    yield from (
        f"document: operationId {name} is taken {count} times" for name, count in taken.items() if count > 1
    )


def short_names(document: Document) -> Iterator[str]:
    """A schema's name is a name to callers too: no module of ours stands in it."""
    for name in document["components"]["schemas"]:
        if not _SCHEMA.fullmatch(name):
            yield f"document: {name} is not one CamelCase name; is another schema called the same?"


def one_template(document: Document) -> Iterator[str]:
    """What an address takes must not hang on which method was asked for."""
    by_shape: dict[str, set[str]] = {}
    for path in document.get("paths", {}):
        by_shape.setdefault(re.sub(r"{\w+}", "{}", path), set()).add(path)
    yield from (
        f"document: one address, two names: {' and '.join(sorted(two))}"
        for two in by_shape.values()
        if len(two) > 1
    )


def tags(document: Document) -> Iterator[str]:
    """Tags are headings of the page."""
    explained = {one["name"] for one in document.get("tags", ()) if one.get("description")}
    for one in operations_in(document):
        used = one.said.get("tags", ())
        if not used or not all(_CHINESE.search(tag) for tag in used):
            yield f"{one.where}: no Chinese tag"
        yield from (f"{one.where}: tag {tag} is not explained" for tag in used if tag not in explained)


def methods(one: Op) -> Iterator[str]:
    """Mini programs know no PATCH."""
    if one.method not in METHODS:
        yield "method is not GET, POST, PUT or DELETE"


def address(one: Op) -> Iterator[str]:
    """Paths are read aloud over the telephone."""
    if not _PATH.fullmatch(one.path):
        yield "path is not /v1/plural-nouns-in-kebab-case"
    words = [part for part in one.path.split("/")[2:] if not part.startswith("{")]
    if len(words) > _LEVELS:
        yield "path is more than two levels below its collection"
    if words and words[0] not in _SINGULAR and not any(part.endswith("s") for part in words[0].split("-")):
        yield f"{words[0]} is not a plural"


def names(one: Op) -> Iterator[str]:
    """Generated clients call their functions so."""
    if not _OPERATION_ID.fullmatch(one.said.get("operationId", "")):
        yield "operationId is not verb_noun"


def words(one: Op) -> Iterator[str]:
    """For readers of both languages."""
    for part in ("summary", "description"):
        if not _CHINESE.search(one.said.get(part, "")):
            yield f"no Chinese {part}"
    if not _ENGLISH.search(one.said.get("description", "")):
        yield "no English description"


def parameters(one: Op) -> Iterator[str]:
    """URLs are logged, headers are not."""
    for name, said in one.sent.items():
        if said["in"] in {"path", "query"} and not SNAKE.fullmatch(name):
            yield f"parameter {name} is not snake_case"
        if said["in"] == "query" and name in _PERSONAL:
            yield f"parameter {name} puts personal data into the URL: POST to /_search"
        if not said.get("description"):
            yield f"parameter {name} has no description"


def paging(one: Op) -> Iterator[str]:
    """A list without an end answers nobody."""
    if one.method != "get" or not any(
        "next_cursor" in one.fields(a.get("content", {})) for a in one.good.values()
    ):
        return
    for name in ("limit", "cursor", "sort"):
        if name not in one.sent:
            yield f"a list without {name}"
    limit = one.sent.get("limit", {}).get("schema", {})
    if one.sent.get("limit") and (limit.get("minimum"), limit.get("maximum"), limit.get("default")) != (
        1,
        100,
        20,
    ):
        yield "limit is not 1 to 100, usually 20"
    if "sort" in one.sent and "pattern" not in one.sent["sort"]["schema"]:
        yield "sort does not say by what: sortable(…) in openapi_extra"


def idempotency(one: Op) -> Iterator[str]:
    """A lost answer is asked for again."""
    if one.method != "post" or one.path.endswith(_READS) or one.said.get("x-idempotent"):
        return
    if "Idempotency-Key" not in one.sent:
        yield "POST without Idempotency-Key"
    yield from _missing(one, "409", "422")


def preconditions(one: Op) -> Iterator[str]:
    """Nobody overwrites what they have not seen."""
    if one.method in {"put", "delete"} and "If-Match" not in one.sent and not one.said.get("x-unversioned"):
        yield f"{one.method.upper()} without If-Match"
    if "If-Match" in one.sent:
        yield from _missing(one, "412", "428")


def versions(one: Op) -> Iterator[str]:
    """The tag is what If-Match takes."""
    for status, answer in one.good.items():
        is_one = "version" in one.fields(answer.get("content", {})) and one.path.endswith("}")
        if is_one and "ETag" not in answer.get("headers", {}):
            yield f"{status} shows a version without ETag"


def security(one: Op) -> Iterator[str]:
    """Said for each, so that nothing is open by forgetting."""
    if "security" not in one.said:
        yield "no security"
    elif one.said["security"]:
        yield from _missing(one, "401", "403")


def refusals(one: Op) -> Iterator[str]:
    """Known before they happen."""
    if one.sent or one.body:
        yield from _missing(one, "400")
    if one.body:
        yield from _missing(one, "413", "415")
    if "{" in one.path:
        yield from _missing(one, "404")
    if not one.good:
        yield "no successful answer"


def problems(one: Op) -> Iterator[str]:
    """RFC 9457, everywhere."""
    for status, answer in one.answers.items():
        if status[0] in "45" and not answer.get("content", {}).get(MEDIA_TYPE, {}).get("examples"):
            yield f"{status} is no problem with examples"


def examples(one: Op) -> Iterator[str]:
    """What people copy first."""
    contents = {"the body": one.body} | {
        status: answer.get("content", {}) for status, answer in one.good.items()
    }
    for what, content in contents.items():
        media = content.get(JSON)
        if media is not None and "example" not in media and not media.get("examples"):
            yield f"{what} has no example"


def objects(one: Op) -> Iterator[str]:
    """What is no object cannot grow."""
    for status, answer in one.good.items():
        if JSON in answer.get("content", {}) and not one.fields(answer["content"]):
            yield f"{status} is no object with named fields"
    body = resolved(one.document, one.body.get(JSON, {}).get("schema", {}))
    if JSON in one.body and body.get("type") != "object" and not one.fields(one.body):
        yield "the body is no object"


def _missing(one: Op, *statuses: str) -> Iterator[str]:
    yield from (f"{status} is not documented" for status in statuses if status not in one.answers)
