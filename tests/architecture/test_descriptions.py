"""The committed description of every service is valid, keeps our conventions, and shows only examples that fit."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import jsonschema_rs
import pytest
import schemathesis

from huiying.contract.conventions import offences
from huiying.contract.parts import operations_in, standing_alone
from huiying.contract.released import present

DESCRIPTIONS = present()
Shown = tuple[str, dict[str, Any], Any]


def shown(document: dict[str, Any]) -> Iterator[Shown]:
    """Walk over every example of bodies and answers, with the schema it must fit."""
    named = document["components"]["examples"]
    for one in operations_in(document):
        for content in (one.body, *(answer.get("content", {}) for answer in one.answers.values())):
            for kind, media in content.items():
                if "schema" not in media:  # a picture
                    continue
                references = [each["$ref"].rpartition("/")[2] for each in media.get("examples", {}).values()]
                examples = [media["example"]] if "example" in media else []
                for example in (*examples, *(named[name]["value"] for name in references)):
                    yield f"{one.where} {kind}", media["schema"], example


@pytest.mark.parametrize("service", DESCRIPTIONS)
def test_a_description_is_what_openapi_says_one_is(service: str) -> None:
    schemathesis.openapi.from_dict(DESCRIPTIONS[service]).validate()


@pytest.mark.parametrize("service", DESCRIPTIONS)
def test_a_description_keeps_every_convention(service: str) -> None:
    assert offences(DESCRIPTIONS[service]) == []


@pytest.mark.parametrize("service", DESCRIPTIONS)
def test_every_example_fits_its_schema(service: str) -> None:
    document = DESCRIPTIONS[service]
    validators: dict[str, Any] = {}
    wrong = set()
    count = 0
    for where, schema, example in shown(document):
        if (key := str(schema)) not in validators:
            alone = standing_alone(document, schema)
            validators[key] = jsonschema_rs.validator_for(alone, validate_formats=True)
        count += 1
        if not validators[key].is_valid(example):
            wrong.add(where)

    assert wrong == set()
    assert count > 500
