from __future__ import annotations

import json

import httpx
import pytest
from fastapi import FastAPI
from structlog.testing import capture_logs

from tests.shared.http.small_app import ONE, ORIGIN, make_app

TRACE = "4bf92f3577b34da6a3ce929d0e0e4736"
PARENT = f"00-{TRACE}-00f067aa0ba902b7-01"


async def test_a_problem_has_every_member_of_the_convention(client: httpx.AsyncClient) -> None:
    answer = await client.get(f"{ONE}/trouble?kind=known", headers={"traceparent": PARENT})

    assert answer.status_code == 409
    assert answer.headers["content-type"] == "application/problem+json"
    assert answer.headers["retry-after"] == "5"
    assert answer.json() == {
        "type": "/docs/errors/move_out_of_order",
        "title": "当前状态不能进行此操作",
        "status": 409,
        "detail": "当前状态为“closed”，不能进行“close”。请刷新后查看可以进行的操作。",
        "instance": f"{ONE}/trouble",
        "code": "move_out_of_order",
        "trace_id": TRACE,
    }


@pytest.mark.parametrize(
    ("accepted", "language", "title"),
    [
        ("", "zh-CN", "没有找到"),
        ("en", "en", "Not found"),
        ("fr, en;q=0.5", "en", "Not found"),
        ("en;q=0.3, zh-TW;q=0.8", "zh-CN", "没有找到"),
        ("fr", "zh-CN", "没有找到"),
        ("en;q=nonsense", "zh-CN", "没有找到"),
    ],
)
async def test_the_language_follows_accept_language(
    client: httpx.AsyncClient, accepted: str, language: str, title: str
) -> None:
    answer = await client.get("/nowhere", headers={"Accept-Language": accepted})

    assert answer.status_code == 404
    assert answer.json()["title"] == title
    assert answer.headers["content-language"] == language


async def test_an_unexpected_error_tells_nothing_but_has_every_header(client: httpx.AsyncClient) -> None:
    with capture_logs() as logs:
        answer = await client.get(f"{ONE}/trouble", headers={"Origin": ORIGIN, "traceparent": PARENT})

    assert answer.status_code == 500
    assert answer.json()["code"] == "internal_error"
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert answer.headers["access-control-allow-origin"] == ORIGIN
    assert "13800138000" not in answer.text
    assert "13800138000" not in json.dumps(logs)
    assert logs[0]["error"] == "builtins.RuntimeError"
    assert logs[0]["trace_id"] == TRACE
    assert logs[0]["route"] == "/v1/notes/{note_id}/trouble"
    assert any("make_trouble" in place for place in logs[0]["places"])


async def test_an_error_on_the_silent_surface_leaves_no_id_in_the_log(client: httpx.AsyncClient) -> None:
    with capture_logs() as logs:
        answer = await client.get("/v1/public/trouble", headers={"traceparent": PARENT})

    assert answer.status_code == 500
    assert TRACE not in json.dumps(logs)
    assert "7K3M" not in json.dumps(logs)


async def test_errors_of_other_packages_find_their_code(client: httpx.AsyncClient) -> None:
    answer = await client.get(f"{ONE}/trouble?kind=coded")

    assert answer.status_code == 401
    assert answer.json()["code"] == "token_expired"
    assert answer.headers["www-authenticate"].startswith("Bearer")


async def test_a_lost_database_is_503_with_retry_after(client: httpx.AsyncClient) -> None:
    answer = await client.get(f"{ONE}/trouble?kind=database")

    assert answer.status_code == 503
    assert answer.headers["retry-after"] == "2"


async def test_a_wrong_method_names_all_methods_of_the_path(client: httpx.AsyncClient) -> None:
    patched = await client.patch(ONE)
    listed = await client.put("/v1/notes")

    assert patched.status_code == listed.status_code == 405
    assert patched.headers["allow"] == "DELETE, GET"
    assert listed.headers["allow"] == "GET, POST"
    assert "GET、POST" in listed.json()["detail"]


async def test_a_trailing_slash_is_another_path(client: httpx.AsyncClient) -> None:
    assert (await client.get("/v1/notes/")).status_code in {400, 404}
    assert (await client.get(f"{ONE}/")).status_code == 404


async def test_a_code_without_words_shows_as_an_internal_error(app: FastAPI) -> None:
    from shared.http.problems import Problem

    app = make_app()

    @app.get("/unknown")
    async def unknown() -> None:
        raise Problem("never_written_down")

    async with httpx.AsyncClient(transport=httpx.ASGITransport(app), base_url="http://small") as client:
        answer = await client.get("/unknown")

    assert answer.status_code == 500
    assert answer.json()["code"] == "internal_error"
