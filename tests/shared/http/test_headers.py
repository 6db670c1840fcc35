from __future__ import annotations

import httpx
import pytest

from shared.http.trace import current

from tests.shared.http.small_app import ONE, ORIGIN

TRACE = "4bf92f3577b34da6a3ce929d0e0e4736"
STANDARD = {
    "api-version": "1.4.2",
    "cache-control": "no-store",
    "x-content-type-options": "nosniff",
    "referrer-policy": "no-referrer",
}


@pytest.mark.parametrize(
    "path", [ONE, "/v1/notes", "/nowhere", "/v1/notes/42", "/v1/problems", f"{ONE}/trouble"]
)
async def test_every_answer_carries_the_standard_headers(client: httpx.AsyncClient, path: str) -> None:
    answer = await client.get(path)

    assert STANDARD.items() <= dict(answer.headers).items()
    assert "frame-ancestors 'none'" in answer.headers["content-security-policy"]
    assert answer.headers["strict-transport-security"].startswith("max-age=31536000")
    assert all(len(answer.headers.get_list(name)) == 1 for name in STANDARD)


async def test_a_trace_is_continued_with_a_span_of_our_own(client: httpx.AsyncClient) -> None:
    answer = await client.get(ONE, headers={"traceparent": f"00-{TRACE}-00f067aa0ba902b7-01"})

    version, trace, span, flags = answer.headers["traceparent"].split("-")
    assert (version, trace, flags) == ("00", TRACE, "01")
    assert span != "00f067aa0ba902b7"
    assert answer.headers["x-request-id"] == TRACE


@pytest.mark.parametrize(
    "parent", ["", "rubbish", f"00-{'0' * 32}-00f067aa0ba902b7-01", f"00-{TRACE.upper()}-00f067aa0ba902b7-01"]
)
async def test_a_malformed_trace_is_replaced(client: httpx.AsyncClient, parent: str) -> None:
    answer = await client.get(ONE, headers={"traceparent": parent})

    trace = answer.headers["traceparent"].split("-")[1]
    assert len(trace) == 32
    assert trace != TRACE


async def test_a_request_id_is_echoed_only_if_it_is_one(client: httpx.AsyncClient) -> None:
    kept = await client.get(ONE, headers={"X-Request-Id": "order-2026.03_17"})
    dropped = await client.get(ONE, headers={"X-Request-Id": "<script>alert(1)</script>"})

    assert kept.headers["x-request-id"] == "order-2026.03_17"
    assert "script" not in dropped.headers["x-request-id"]


async def test_the_trace_ends_with_its_request(client: httpx.AsyncClient) -> None:
    await client.get(ONE)

    assert current.get() is None


async def test_a_page_elsewhere_may_ask_and_read_what_it_needs(client: httpx.AsyncClient) -> None:
    asked = await client.options(
        "/v1/notes",
        headers={
            "Origin": ORIGIN,
            "Access-Control-Request-Method": "POST",
            "Access-Control-Request-Headers": "idempotency-key, if-match",
        },
    )
    refused = await client.get("/nowhere", headers={"Origin": ORIGIN})
    stranger = await client.get(ONE, headers={"Origin": "https://elsewhere.example"})

    assert asked.status_code == 200
    assert "Idempotency-Key" in asked.headers["access-control-allow-headers"]
    assert refused.headers["access-control-allow-origin"] == ORIGIN
    assert "ETag" in refused.headers["access-control-expose-headers"]
    assert "access-control-allow-origin" not in stranger.headers


async def test_a_reader_who_is_up_to_date_gets_no_body(client: httpx.AsyncClient) -> None:
    for tag in ('"7"', 'W/"7"', '"6", "7"', "*"):
        answer = await client.get(ONE, headers={"If-None-Match": tag})

        assert answer.status_code == 304
        assert answer.content == b""
        assert answer.headers["etag"] == '"7"'

    assert (await client.get(ONE, headers={"If-None-Match": '"6"'})).status_code == 200
