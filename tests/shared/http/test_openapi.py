from __future__ import annotations

from collections.abc import Iterator
from copy import deepcopy
from pathlib import Path
from typing import Any

import httpx
import jsonschema_rs
import pytest
from fastapi import FastAPI

from huiying.contract.conventions import offences
from shared.http.catalogue import Catalogue
from shared.http.openapi import document, operations, text_of, write

from tests.shared.http.small_app import ABOUT, make_app

SCHEMAS = "#/components/schemas/"


@pytest.fixture(scope="module")
def made(app: FastAPI, catalogue: Catalogue) -> dict[str, Any]:
    return document(app, ABOUT, catalogue)


def contents(made: dict[str, Any]) -> Iterator[tuple[str, dict[str, Any]]]:
    """Walk over everything that has a schema and shows examples."""
    for path, method, operation in operations(made):
        for content in (operation.get("requestBody", {}), *operation["responses"].values()):
            for kind, media in content.get("content", {}).items():
                yield f"{method} {path} {kind}", media
    for code, response in made["components"]["responses"].items():
        yield code, response["content"]["application/problem+json"]


def test_the_document_keeps_all_conventions(made: dict[str, Any]) -> None:
    assert offences(made) == []
    assert made["openapi"].startswith("3.1")
    assert made["servers"] == [{"url": "/small", "description": "网关 · through the gateway"}]


def test_every_example_fits_its_schema(made: dict[str, Any]) -> None:
    checked = 0
    for where, media in contents(made):
        shown = [media["example"]] if "example" in media else []
        shown += [
            made["components"]["examples"][example["$ref"].rpartition("/")[2]]["value"]
            for example in media.get("examples", {}).values()
        ]
        validator = jsonschema_rs.validator_for({**media["schema"], "components": made["components"]})
        for example in shown:
            assert validator.is_valid(example), (where, example)
            checked += 1
    assert checked > 20


def test_every_reference_leads_somewhere(made: dict[str, Any]) -> None:
    def references(node: Any) -> Iterator[str]:
        if isinstance(node, dict):
            for key, value in node.items():
                if key == "$ref":
                    yield value
                yield from references(value)
        elif isinstance(node, list):
            for item in node:
                yield from references(item)

    for reference in references(made):
        here: Any = made
        for step in reference.removeprefix("#/").split("/"):
            here = here[step]


def test_400_is_documented_instead_of_the_frameworks_422(made: dict[str, Any]) -> None:
    create = made["paths"]["/v1/notes"]["post"]["responses"]

    assert set(create) == {"201", "400", "401", "403", "409", "413", "415", "422", "429", "500", "503"}
    assert create["422"] == {"$ref": "#/components/responses/idempotency_key_reused"}
    assert "422" not in made["paths"]["/v1/notes"]["get"]["responses"]
    assert not [name for name in made["components"]["schemas"] if "HTTPValidation" in name]
    assert set(create["409"]["content"]["application/problem+json"]["examples"]) == {
        "conflict",
        "idempotency_in_flight",
    }


def test_preconditions_are_required_parameters(made: dict[str, Any]) -> None:
    close = made["paths"]["/v1/notes/{note_id}/close"]["post"]

    required = {parameter["name"] for parameter in close["parameters"] if parameter["required"]}
    assert required == {"note_id", "If-Match", "Idempotency-Key"}
    assert {"412", "428"} <= set(close["responses"])
    assert {"ETag", "Idempotency-Replayed", "API-Version"} <= set(close["responses"]["200"]["headers"])


def test_schemas_have_names_a_person_would_choose(made: dict[str, Any]) -> None:
    page = made["components"]["schemas"]["NoteOutPage"]

    assert page["title"] == "NoteOutPage"
    assert page["required"] == ["items", "next_cursor"]
    assert made["components"]["schemas"]["NoteIn"]["additionalProperties"] is False


def test_what_is_public_needs_no_token_and_the_rest_does(made: dict[str, Any]) -> None:
    assert made["paths"]["/v1/problems"]["get"]["security"] == []
    assert made["paths"]["/v1/notes"]["get"]["security"] == [{"bearer": []}]
    assert "401" not in made["paths"]["/v1/problems"]["get"]["responses"]


def test_the_same_code_gives_the_same_text(catalogue: Catalogue, tmp_path: Path) -> None:
    first, second = (document(make_app(), ABOUT, catalogue) for _ in range(2))
    path = tmp_path / "openapi.json"

    assert text_of(first) == text_of(second)
    assert write(first, path)
    assert not write(second, path)


async def test_the_document_and_the_catalogue_are_served_to_anybody(client: httpx.AsyncClient) -> None:
    shown = await client.get("/v1/openapi.json")
    words = await client.get("/v1/problems")
    again = await client.get("/v1/problems", headers={"If-None-Match": words.headers["etag"]})

    assert shown.json()["info"]["title"] == "小服务"
    assert shown.headers["access-control-allow-origin"] == "*"
    found = {entry["code"]: entry for entry in words.json()["problems"]}
    assert found["not_found"]["titles"] == {"zh-CN": "没有找到", "en": "Not found"}
    assert again.status_code == 304


LIST = ("paths", "/v1/notes", "get")
CREATE = ("paths", "/v1/notes", "post")
MODELS = ("components", "schemas")
GONE = object()


@pytest.mark.parametrize(
    ("place", "value", "said"),
    [
        (("paths", "/v1/notes", "patch"), {}, "PATCH /v1/notes: method is not GET, POST, PUT or DELETE"),
        (("paths", "/v1/Note_list"), {"get": {}}, "path is not /v1/plural-nouns-in-kebab-case"),
        (("paths", "/v1/a/{x}/b/{y}/c/{z}/d"), {"get": {}}, "more than two levels below its collection"),
        ((*LIST, "operationId"), "listNotes", "GET /v1/notes: operationId is not verb_noun"),
        ((*LIST, "operationId"), "get_note", "operationId get_note is taken 2 times"),
        ((*LIST, "summary"), "List notes", "GET /v1/notes: no Chinese summary"),
        ((*LIST, "description"), GONE, "GET /v1/notes: no Chinese description"),
        ((*LIST, "tags"), ["notes"], "GET /v1/notes: no Chinese tag"),
        ((*LIST, "security"), GONE, "GET /v1/notes: no security"),
        ((*LIST, "responses", "400"), GONE, "GET /v1/notes: 400 is not documented"),
        ((*LIST, "responses", "200"), GONE, "GET /v1/notes: no successful answer"),
        ((*LIST, "parameters", 0, "name"), "pageSize", "parameter pageSize is not snake_case"),
        ((*LIST, "parameters", 0, "name"), "phone", "parameter phone puts personal data into the URL"),
        ((*LIST, "parameters", 0, "description"), GONE, "parameter limit has no description"),
        ((*CREATE, "parameters"), [], "POST /v1/notes: POST without Idempotency-Key"),
        (("paths", "/v1/notes/{note_id}", "delete", "parameters"), [], "DELETE without If-Match"),
        (("components", "responses", "not_found", "content"), {}, "404 is no problem with examples"),
        ((*CREATE, "requestBody", "content", "application/json", "example"), GONE, "the body has no example"),
        ((*CREATE, "responses", "201", "content", "application/json"), {}, "201 has no example"),
        (("info", "contact"), GONE, "document: info.contact is missing"),
        (("servers",), [], "document: servers are missing"),
        (("openapi",), "3.0.3", "document: not OpenAPI 3.1"),
        (("paths", "/v1/notes/{other_id}"), {"get": {}}, "one address, two names"),
        ((*LIST, "tags"), ["別の"], "GET /v1/notes: tag 別の is not explained"),
        ((*LIST, "description"), "只有中文。", "GET /v1/notes: no English description"),
        ((*LIST, "parameters", 1, "name"), "page", "GET /v1/notes: a list without cursor"),
        ((*LIST, "parameters", 0, "schema", "maximum"), 1000, "limit is not 1 to 100, usually 20"),
        ((*LIST, "responses", "403"), GONE, "GET /v1/notes: 403 is not documented"),
        ((*CREATE, "responses", "422"), GONE, "POST /v1/notes: 422 is not documented"),
        (
            (*CREATE, "responses", "201", "content", "application/json", "schema"),
            {"type": "array"},
            "201 is no object",
        ),
        ((*MODELS, "NoteIn", "additionalProperties"), True, "NoteIn: takes fields it does not know"),
        ((*MODELS, "NoteOut", "required"), [], "may be missing from the answer"),
        ((*MODELS, "NoteOut", "properties", "noteText"), {"type": "string"}, "noteText is not snake_case"),
        ((*MODELS, "NoteOut", "properties", "made_on"), {"type": "string"}, "made_on is not a date"),
    ],
)
def test_the_linter_names_each_breach(
    made: dict[str, Any], place: tuple[str | int, ...], value: Any, said: str
) -> None:
    changed = deepcopy(made)
    *way, last = place
    here: Any = changed
    for step in way:
        here = here[step]
    if value is GONE:
        del here[last]
    else:
        here[last] = value

    assert any(said in line for line in offences(changed))
