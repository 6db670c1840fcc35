"""The conventions of every API, one line each, and what a description breaks of them. Empty is good."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from huiying.contract import rules, schema_rules
from huiying.contract.parts import Op, Part, operations_in, parts_in


@dataclass(frozen=True)
class Rule:
    """One convention: what it says, and the function that yields what breaks it."""

    says: str
    broken: Callable[[Any], Iterator[str]]


OF_DOCUMENTS = (
    Rule("OpenAPI 3.1; title, version, description, contact, licence and servers are told", rules.about),
    Rule("operationIds are unique", rules.unique_names),
    Rule("schemas have unique short names", rules.short_names),
    Rule("one address is written in one way", rules.one_template),
    Rule("tags are in Chinese, and each is explained", rules.tags),
)
OF_OPERATIONS = (
    Rule("GET, POST, PUT, DELETE; no PATCH", rules.methods),
    Rule(
        "/v1/plural-nouns-in-kebab-case, at most two levels below the collection; verbs begin with _",
        rules.address,
    ),
    Rule("operationId is verb_noun", rules.names),
    Rule("summary in Chinese, description in Chinese and English", rules.words),
    Rule("parameters are snake_case and described; none puts personal data into the URL", rules.parameters),
    Rule("lists take limit (1…100, usually 20) and cursor, and say what they may be sorted by", rules.paging),
    Rule("every POST that makes or moves something needs an Idempotency-Key: 409, 422", rules.idempotency),
    Rule("every PUT, DELETE and move needs If-Match: 412, 428", rules.preconditions),
    Rule("what shows a version says it as ETag too", rules.versions),
    Rule("security is said; who needs a token may get 401 and 403", rules.security),
    Rule(
        "who names an object may get 404, who sends anything 400, who sends a body 413 and 415",
        rules.refusals,
    ),
    Rule("every refusal is a problem with an example for each code", rules.problems),
    Rule("every body and every answer has an example", rules.examples),
    Rule("bodies and answers are objects with named fields: no bare list, text or envelope", rules.objects),
)
OF_SCHEMAS = (
    Rule("fields and codes are lower_snake_case", schema_rules.casing),
    Rule("…_at is an instant; …_on is a day, and so are …_from and …_to together", schema_rules.times),
    Rule("what is sent refuses unknown fields, at every depth", schema_rules.closed),
    Rule("what is answered always has every field", schema_rules.whole),
)


TABLE = (*OF_DOCUMENTS, *OF_OPERATIONS, *OF_SCHEMAS)


def offences(document: Mapping[str, Any]) -> list[str]:
    """Return everything a description breaks, each beginning with where it is.

    A route may say in `openapi_extra` that a rule does not fit it: `x-idempotent` for a POST that may be repeated
    without a key, `x-unversioned` for a PUT or DELETE of something without versions.
    """
    found = [what for rule in OF_DOCUMENTS for what in rule.broken(document)]
    found += _broken(OF_OPERATIONS, operations_in(document))
    return found + _broken(OF_SCHEMAS, parts_in(document))


def _broken(table: tuple[Rule, ...], things: Iterator[Op] | Iterator[Part]) -> list[str]:
    return [f"{thing.where}: {what}" for thing in things for rule in table for what in rule.broken(thing)]
