"""Every bad input that callers send, and the problem they get."""

from __future__ import annotations

from collections.abc import AsyncIterator
from typing import Any

import httpx
import pytest

from shared.http.limits import MIB

from tests.shared.http.small_app import ONE

NOTE: dict[str, Any] = {
    "content": "路灯已经坏了三个星期，没有人来修。",
    "colour": "red",
    "happened_on": "2026-03-01",
    "seen_at": "2026-03-01T20:30:00+08:00",
    "weight": 3,
}
KEY = {"Idempotency-Key": "0f8d1c0e-6a1b-4f57-9a3e-2d3f6a7b8c9d"}
JSON = {"Content-Type": "application/json"}


async def send(client: httpx.AsyncClient, body: Any, **headers: str) -> httpx.Response:
    return await client.post("/v1/notes", json=body, headers=KEY | headers)


def found(answer: httpx.Response) -> dict[str, str]:
    """Return the codes of the field errors by pointer."""
    return {error["pointer"]: error["code"] for error in answer.json()["errors"]}


async def test_good_input_is_accepted(client: httpx.AsyncClient) -> None:
    answer = await send(client, NOTE)

    assert answer.status_code == 201
    assert answer.json()["seen_at"] == "2026-03-01T20:30:00+08:00"
    assert answer.headers["etag"] == '"1"'


async def test_all_errors_come_at_once_with_pointers_and_params(client: httpx.AsyncClient) -> None:
    answer = await send(
        client,
        NOTE
        | {
            "content": "短",
            "weight": 10,
            "colour": "green",
            "author": {},
            "friends": [{"name": 5}],
            "x/y": 1,
        },
    )

    assert answer.status_code == 400
    assert answer.headers["content-type"] == "application/problem+json"
    problem = answer.json()
    assert problem["code"] == "invalid_input"
    assert found(answer) == {
        "/content": "string_too_short",
        "/weight": "less_than_equal",
        "/colour": "enum",
        "/author/name": "missing",
        "/friends/0/name": "string_type",
        "/x~1y": "unknown_field",
    }
    by_pointer = {error["pointer"]: error for error in problem["errors"]}
    assert by_pointer["/content"] == {
        "pointer": "/content",
        "in": "body",
        "code": "string_too_short",
        "detail": "至少需要 10 个字",
        "params": {"min": 10},
    }
    assert by_pointer["/weight"]["params"] == {"max": 9}
    assert by_pointer["/colour"]["params"] == {"allowed": ["red", "blue"]}
    assert "6 处" in problem["detail"]


@pytest.mark.parametrize(
    ("field", "value", "code"),
    [
        ("weight", "3", "int_type"),
        ("weight", 3.0, "int_type"),
        ("weight", True, "int_type"),
        ("weight", None, "int_type"),
        ("is_open", "true", "bool_type"),
        ("content", 12345678901, "string_type"),
        ("content", "一二三四五六七八九\0十", "control_character"),
        ("content", "            ", "string_too_short"),
        ("friends", {"name": "x"}, "list_type"),
        ("friends", [{"name": "x"}] * 4, "too_long"),
        ("happened_on", 20260301, "day_invalid"),
        ("happened_on", "2026-02-30", "day_invalid"),
        ("happened_on", "2026-03-01T00:00:00+08:00", "day_invalid"),
        ("happened_on", "1700000000", "day_invalid"),
        ("happened_on", "9999-12-31", "day_out_of_range"),
        ("seen_at", "2026-03-01T20:30:00", "instant_without_offset"),
        ("seen_at", "2026-03-01", "instant_invalid"),
        ("seen_at", 1700000000, "instant_invalid"),
        ("seen_at", "0001-01-01T00:00:00+14:00", "instant_out_of_range"),
    ],
)
async def test_a_wrong_value_is_named(client: httpx.AsyncClient, field: str, value: Any, code: str) -> None:
    answer = await send(client, NOTE | {field: value})

    assert answer.status_code == 400
    assert list(found(answer).values()) == [code]
    assert next(iter(found(answer))).startswith(f"/{field}")


async def test_values_are_not_repeated_even_in_strange_places(client: httpx.AsyncClient) -> None:
    secret = "张三-13800138000"

    answers = [
        await send(client, NOTE | {"colour": secret, "happened_on": secret, "author": secret}),
        await client.get("/v1/notes", params={"colour": secret, "limit": secret}),
        await client.get(f"/v1/notes/{secret}/trouble"),
        await client.post("/v1/notes", content=f'{{"content": "{secret}'.encode(), headers=KEY | JSON),
        await client.delete(ONE, headers={"If-Match": "zhangsan-13800138000"}),
    ]

    for answer in answers:
        assert answer.status_code == 400
        assert "13800138000" not in answer.text.replace(answer.json()["instance"], "")


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b'{"content": ', "json_invalid"),
        (b"not json", "json_invalid"),
        (b'{"content": "\\ud800"}', "json_invalid"),
        (b'{"content": "\xff"}', "json_invalid"),
        (b"[]", "model_type"),
        (b'"text"', "model_type"),
        (b"null", "model_type"),
        (b"", "missing"),
    ],
)
async def test_a_body_that_is_no_json_object_is_refused(
    client: httpx.AsyncClient, content: bytes, code: str
) -> None:
    answer = await client.post("/v1/notes", content=content, headers=KEY | JSON)

    assert answer.status_code == 400
    assert found(answer) == {"": code}


@pytest.mark.parametrize("depth", [17, 100, 100_000])
async def test_json_nested_too_deeply_is_refused(client: httpx.AsyncClient, depth: int) -> None:
    answer = await client.post("/v1/notes", content=b"[" * depth + b"]" * depth, headers=KEY | JSON)

    assert answer.status_code == 400
    assert answer.json()["code"] == "json_too_deep"
    assert "16" in answer.json()["detail"]


async def test_a_hundred_thousand_unknown_fields_are_not_listed(client: httpx.AsyncClient) -> None:
    answer = await send(client, {f"f{number}": 0 for number in range(60_000)})

    assert answer.status_code == 400
    assert answer.json()["code"] == "json_too_complex"

    answer = await send(client, {f"f{number}": 0 for number in range(5_000)})

    assert len(answer.json()["errors"]) == 100
    assert "500" in answer.json()["detail"]


@pytest.mark.parametrize("size", [MIB + 1, 20 * MIB])
async def test_a_body_over_one_mebibyte_is_refused_by_its_length(
    client: httpx.AsyncClient, size: int
) -> None:
    answer = await client.post("/v1/notes", content=b" " * size, headers=KEY | JSON)

    assert answer.status_code == 413
    assert answer.json()["code"] == "body_too_large"
    assert answer.headers["api-version"] == "1.4.2"


async def test_a_streamed_body_over_one_mebibyte_is_refused_on_the_way(client: httpx.AsyncClient) -> None:
    sent = 0

    async def endless() -> AsyncIterator[bytes]:
        nonlocal sent
        while True:
            sent += 65_536
            yield b" " * 65_536

    answer = await client.post("/v1/notes", content=endless(), headers=KEY | JSON)

    assert answer.status_code == 413
    assert sent < 2 * MIB


async def test_a_file_of_twenty_mebibytes_is_refused_and_a_small_one_taken(client: httpx.AsyncClient) -> None:
    async def upload(size: int) -> httpx.Response:
        return await client.post(f"{ONE}/picture", files={"file": ("p.jpg", b"x" * size, "image/jpeg")})

    assert (await upload(3 * MIB)).json() == {"size": 3 * MIB}
    assert (await upload(20 * MIB)).status_code == 413


async def test_a_streamed_file_of_twenty_mebibytes_is_refused(client: httpx.AsyncClient) -> None:
    async def parts() -> AsyncIterator[bytes]:
        yield b'--b\r\nContent-Disposition: form-data; name="file"; filename="p"\r\n\r\n'
        for _ in range(20):
            yield b"x" * MIB

    answer = await client.post(
        f"{ONE}/picture", content=parts(), headers={"Content-Type": "multipart/form-data; boundary=b"}
    )

    assert answer.status_code == 413
    assert answer.json()["code"] == "body_too_large"


@pytest.mark.parametrize(
    "kind",
    ["text/plain", "application/xml", "application/x-www-form-urlencoded", "application/json; charset=gbk"],
)
async def test_another_media_type_is_refused(client: httpx.AsyncClient, kind: str) -> None:
    answer = await client.post("/v1/notes", content=b"{}", headers=KEY | {"Content-Type": kind})

    assert answer.status_code == 415
    assert answer.json()["code"] == "unsupported_media_type"


async def test_a_body_without_media_type_is_refused(client: httpx.AsyncClient) -> None:
    assert (await client.post("/v1/notes", content=b"{}", headers=KEY)).status_code == 415


async def test_json_for_a_form_and_a_broken_form_are_refused(client: httpx.AsyncClient) -> None:
    wrong = await client.post(f"{ONE}/picture", json={})
    broken = await client.post(
        f"{ONE}/picture",
        content=b"--b\r\nrubbish",
        headers={"Content-Type": "multipart/form-data; boundary=b"},
    )

    assert wrong.status_code == 415
    assert broken.status_code == 400
    assert broken.json()["code"] in {"malformed_form", "invalid_input"}


async def test_an_unknown_parameter_is_refused(client: httpx.AsyncClient) -> None:
    listed = await client.get("/v1/notes", params={"colour": "red", "color": "red"})
    single = await client.get(ONE, params={"lables": "true"})

    assert found(listed) == {"/color": "unknown_parameter"}
    assert found(single) == {"/lables": "unknown_parameter"}
    assert listed.json()["errors"][0]["in"] == "query"


async def test_a_parameter_is_repeated_only_where_that_means_or(client: httpx.AsyncClient) -> None:
    either = await client.get("/v1/notes", params={"colour": ["red", "blue"]})
    twice = await client.get("/v1/notes", params={"limit": ["1", "2"]})

    assert either.json()["next_cursor"] == "red,blue"
    assert found(twice) == {"/limit": "repeated_parameter"}


@pytest.mark.parametrize(
    "query", ["limit=0", "limit=101", "limit=x", "happened_from=2026", "colour=green", "cursor=%00"]
)
async def test_a_parameter_out_of_range_is_refused(client: httpx.AsyncClient, query: str) -> None:
    answer = await client.get(f"/v1/notes?{query}")

    assert answer.status_code == 400
    assert answer.json()["errors"][0]["in"] == "query"


async def test_a_body_where_none_belongs_is_refused(client: httpx.AsyncClient) -> None:
    headers = KEY | {"If-Match": '"7"'}

    refused = await client.post(f"{ONE}/close", json={"reason": "x"}, headers=headers)
    empty = await client.post(f"{ONE}/close", json={}, headers=headers)
    none = await client.post(f"{ONE}/close", headers=headers)

    assert refused.json()["code"] == "body_not_expected"
    assert empty.status_code == none.status_code == 200
    assert none.headers["etag"] == '"8"'


async def test_an_id_that_is_no_uuid_is_named(client: httpx.AsyncClient) -> None:
    answer = await client.get("/v1/notes/42")

    assert answer.status_code == 400
    assert answer.json()["errors"][0] | {"detail": ""} == {
        "pointer": "/note_id", "in": "path", "code": "uuid_parsing", "detail": "", "params": {},
    }  # fmt: skip


async def test_a_nul_in_a_path_is_simply_not_found(client: httpx.AsyncClient) -> None:
    assert (await client.get("/v1/notes/%00")).status_code == 404


async def test_a_missing_idempotency_key_is_refused_by_its_own_code(client: httpx.AsyncClient) -> None:
    answer = await client.post("/v1/notes", json=NOTE)

    assert answer.status_code == 400
    assert answer.json()["code"] == "idempotency_key_required"


@pytest.mark.parametrize(
    "key", ["short", "x" * 129, "with space in the key", "名称名称名称".encode().hex()[:7]]
)
async def test_a_key_that_is_no_key_is_refused(client: httpx.AsyncClient, key: str) -> None:
    answer = await client.post("/v1/notes", json=NOTE, headers={"Idempotency-Key": key})

    assert answer.status_code == 400
    assert list(found(answer).values()) == ["idempotency_key_invalid"]


async def test_a_missing_if_match_is_428_even_when_more_is_wrong(client: httpx.AsyncClient) -> None:
    plain = await client.delete(ONE)
    more = await client.delete("/v1/notes/42")

    assert plain.status_code == more.status_code == 428
    assert plain.json()["code"] == "if_match_required"


async def test_a_stale_version_is_412(client: httpx.AsyncClient) -> None:
    stale = await client.delete(ONE, headers={"If-Match": '"6"'})
    fresh = await client.delete(ONE, headers={"If-Match": '"7"'})

    assert stale.status_code == 412
    assert stale.json()["code"] == "version_stale"
    assert fresh.status_code == 204


@pytest.mark.parametrize("tag", ["7", 'W/"7"', "*", '"7", "8"', '"seven"', '""', '"' + "9" * 30 + '"'])
async def test_an_if_match_that_is_no_version_is_refused(client: httpx.AsyncClient, tag: str) -> None:
    answer = await client.delete(ONE, headers={"If-Match": tag})

    assert answer.status_code == 400
    assert found(answer) == {"/If-Match": "if_match_invalid"}
