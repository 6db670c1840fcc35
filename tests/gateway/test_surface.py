"""What a caller meets at the door: paths, headers, limits, refusals, and what is not written about him."""

from __future__ import annotations

import asyncio
import json

import pytest

from gateway.domain.routes import LOGGED, MIB, SERVICES

from tests.gateway.running import Running
from tests.gateway.wire import OWN_ADDRESS, ask

pytestmark = pytest.mark.running

AGENT = "ReportersBrowser/7"
SECRET = "query-nobody-may-see"
ODD_SPELLINGS = [
    "/intake/v1/public/submissions",
    "/intake//v1/public/submissions",
    "/intake/v1/./public/submissions",
    "/intake/v1/x/../public/submissions",
    "/intake/v1/%70ublic/submissions",
    "/intake/v1/x/%2e%2e/public/submissions",
    "/intake/v1/public;a=b/submissions",
    "/INTAKE/v1/public/submissions",
    "/intake%2Fv1/public/submissions",
    "/intake/v1/public\\submissions",
    "/intake/v1/public%00/submissions",
    "/intake/v1/Public/submissions",
    "/intake/public/submissions",
    "/intake/v1/publi%2563/submissions",
    "//intake/v1/public/submissions",
]
NOT_OUTSIDE = [
    "/livez",
    "/readyz",
    "/metrics",
    "/intake/metrics",
    "/intake/v1/../metrics",
    "/identity/readyz",
]


@pytest.mark.parametrize("service", SERVICES)
async def test_a_prefix_leads_to_its_service(gateway: Running, service: str) -> None:
    before = gateway.stubs[service].seen["GET /v1/things/1?limit=2"]
    answer = await ask(gateway.port, f"/{service}/v1/things/1?limit=2", headers=gateway.officer())
    assert answer.status == 200
    assert answer.json["path"] == "/v1/things/1?limit=2"
    assert gateway.stubs[service].seen["GET /v1/things/1?limit=2"] == before + 1


async def test_nobody_outside_says_who_the_caller_is(gateway: Running) -> None:
    claims = {
        "X-User-Id": "root", "X-Roles": "principal_leader", "X-Org": "city", "X-Actor": "a",
        "X-Client-Cert": "c", "X-Caller": "root", "X-Forwarded-For": "10.9.9.9", "X-Real-IP": "10.9.9.9",
        "Forwarded": "for=10.9.9.9", "Via": "1.1 evil", "X-Forwarded-User": "root", "X-Envoy-Retry-On": "5xx",
        "X-HTTP-Method-Override": "DELETE", "x-forwarded-proto": "https",
    }  # fmt: skip
    headers = (await ask(gateway.port, "/casework/v1/x", headers={**claims, **gateway.officer()})).json[
        "headers"
    ]
    left = {name.lower() for name in claims} & set(headers)
    assert left == {"x-forwarded-for", "x-forwarded-proto"}
    assert headers["x-forwarded-for"] == OWN_ADDRESS
    assert "root" not in str(headers)
    assert headers["x-forwarded-proto"] == "http"


async def test_an_underscore_cannot_imitate_a_header(gateway: Running) -> None:
    answer = await ask(gateway.port, "/casework/v1/x", headers={"X_User_Id": "root", **gateway.officer()})
    assert (answer.status, answer.json["code"]) == (400, "bad_request")


async def test_a_service_learns_nothing_about_who_reports(gateway: Running) -> None:
    sent = {
        "User-Agent": AGENT, "Referer": "https://a.example", "Cookie": "id=1", "X-Request-Id": "mine-0001",
        "traceparent": f"00-{'1' * 32}-{'2' * 16}-01", "Sec-CH-UA": "x", "Authorization": "Bearer a.b.c",
    }  # fmt: skip
    answer = await ask(gateway.port, "/intake/v1/public/submissions", method="POST", body=b"{}", headers=sent)
    assert set(answer.json["headers"]) == {"host", "content-length"}
    assert "x-request-id" not in answer.headers


async def test_nothing_is_written_about_who_reports_however_the_path_is_spelled(gateway: Running) -> None:
    told = {"User-Agent": AGENT, "X-Request-Id": SECRET}
    for path in ODD_SPELLINGS:
        for method in ("GET", "POST"):
            await ask(gateway.port, f"{path}?{SECRET}=1", method=method, headers=told)
    await ask(gateway.port, "/casework/v1/after-the-spellings", headers=gateway.officer())
    written = await gateway.settled("after-the-spellings")
    assert AGENT not in written
    assert SECRET not in written
    assert "submissions" not in written
    for line in written.splitlines():
        if OWN_ADDRESS in line:
            assert json.loads(line)["route"] in LOGGED


async def test_an_officers_request_is_written_without_its_query(gateway: Running) -> None:
    await ask(
        gateway.port, f"/casework/v1/written?{SECRET}=1", headers={"User-Agent": AGENT, **gateway.officer()}
    )
    written = await gateway.settled("/v1/written")
    line = next(line for line in written.splitlines() if "/v1/written" in line)
    assert '"route":"casework"' in line
    assert '"status":200' in line
    assert SECRET not in line
    assert AGENT not in line


@pytest.mark.parametrize("chunked", [False, True])
async def test_a_body_over_a_mebibyte_is_refused(gateway: Running, *, chunked: bool) -> None:
    for path in ("/casework/v1/cases", "/intake/v1/public/submissions"):
        full = await ask(
            gateway.port, path, method="POST", body=b"x" * MIB, headers=gateway.officer(), chunked=chunked
        )
        over = await ask(
            gateway.port,
            path,
            method="POST",
            body=b"x" * (MIB + 1),
            headers=gateway.officer(),
            chunked=chunked,
        )
        assert (full.status, full.json["size"]) == (200, MIB)
        assert (over.status, over.json["code"]) == (413, "body_too_large")


@pytest.mark.parametrize("path", ["/intake/v1/public/attachments", "/casework/v1/attachments"])
async def test_an_attachment_may_have_twenty_one_mebibytes(gateway: Running, path: str) -> None:
    body = b"x" * (21 * MIB)
    assert (await ask(gateway.port, path, method="POST", body=body, headers=gateway.officer())).status == 200
    over = await ask(gateway.port, path, method="POST", body=body + b"x", headers=gateway.officer())
    assert over.status == 413


@pytest.mark.parametrize("path", NOT_OUTSIDE)
async def test_management_is_not_reached_from_outside(gateway: Running, path: str) -> None:
    answer = await ask(gateway.port, path, headers=gateway.officer())
    assert (answer.status, answer.json["code"]) == (404, "not_found")


@pytest.mark.parametrize(
    ("language", "title", "told"),
    [
        ("", "没有找到", "zh-CN"),
        ("zh", "没有找到", "zh-CN"),
        ("en-GB,en;q=0.9", "Not found", "en"),
        ("fr", "没有找到", "zh-CN"),
    ],
)
async def test_a_refusal_is_a_problem_in_the_callers_language(
    gateway: Running, language: str, title: str, told: str
) -> None:
    answer = await ask(gateway.port, "/nowhere", headers={"Accept-Language": language} if language else {})
    assert answer.headers["content-type"] == "application/problem+json"
    assert answer.headers["content-language"] == told
    assert answer.json["title"] == title
    assert answer.json["status"] == answer.status == 404
    assert answer.json["type"] == "/docs/errors/not_found"


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("/intake/v1/public/x", 200),
        ("/nowhere", 404),
        ("/casework/v1/x", 401),
        ("/a%2Fb", 400),
        ("/docs", 200),
    ],
)
async def test_every_answer_carries_the_security_headers(gateway: Running, path: str, status: int) -> None:
    answer = await ask(gateway.port, path)
    assert answer.status == status
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert answer.headers["referrer-policy"] == "no-referrer"
    assert answer.headers["strict-transport-security"].startswith("max-age=")
    assert answer.headers["content-security-policy"].startswith("default-src 'none'")
    assert answer.headers["cache-control"] in ("no-store", "no-cache")
    assert "server" not in answer.headers
    assert "x-powered-by" not in answer.headers


async def test_without_a_token_the_gateway_refuses_and_the_service_is_not_asked(gateway: Running) -> None:
    before = sum(gateway.stubs["casework"].seen.values())
    for headers in ({}, {"Authorization": "Basic YTpi"}, {"Authorization": "Bearer"}):
        answer = await ask(gateway.port, "/casework/v1/cases", headers=headers)
        assert (answer.status, answer.json["code"]) == (401, "unauthenticated")
        assert answer.headers["www-authenticate"] == "Bearer"
    asked = sum(gateway.stubs["casework"].seen.values()) - gateway.stubs["casework"].seen["GET /readyz"]
    assert asked <= before


async def test_a_token_that_does_not_verify_is_left_to_the_service(gateway: Running) -> None:
    answer = await ask(gateway.port, "/casework/v1/cases", headers={"Authorization": "Bearer a.b.c"})
    assert answer.status == 200
    assert answer.json["headers"]["authorization"] == "Bearer a.b.c"
    assert "x-caller" not in answer.json["headers"]


async def test_a_request_keeps_its_id_or_is_given_one(gateway: Running) -> None:
    kept = await ask(
        gateway.port, "/casework/v1/x", headers={"X-Request-Id": "mine-0001", **gateway.officer()}
    )
    given = await ask(gateway.port, "/casework/v1/x", headers=gateway.officer())
    refused = await ask(gateway.port, "/casework/v1/x", headers={"X-Request-Id": "mine-0002"})
    assert kept.headers["x-request-id"] == kept.json["headers"]["x-request-id"] == "mine-0001"
    assert len(given.headers["x-request-id"]) == 36
    assert refused.headers["x-request-id"] == refused.json["trace_id"] == "mine-0002"


async def test_a_lost_answer_is_asked_for_again_only_if_that_is_harmless(gateway: Running) -> None:
    stub = gateway.stubs["casework"]
    read = await ask(gateway.port, "/casework/v1/lost/read", headers=gateway.officer())
    write = await ask(
        gateway.port, "/casework/v1/lost/write", method="POST", body=b"{}", headers=gateway.officer()
    )
    assert (read.status, stub.seen["GET /v1/lost/read"]) == (200, 2)
    assert (write.status, stub.seen["POST /v1/lost/write"]) == (503, 1)


async def test_an_answer_tells_the_limit_and_what_is_left(gateway: Running) -> None:
    officer = await ask(gateway.port, "/casework/v1/x", headers=gateway.officer("limited"))
    reporter = await ask(gateway.port, "/intake/v1/public/x")
    assert officer.headers["ratelimit-policy"] == '"officer";q=2000;w=1'
    assert officer.headers["ratelimit"].startswith('"officer";r=')
    assert reporter.headers["ratelimit-policy"] == '"open";q=1000;w=1'
    assert not [name for name in officer.headers if name.startswith("x-ratelimit")]


async def test_many_reporters_behind_one_address_are_not_limited_together(gateway: Running) -> None:
    answers = await asyncio.gather(*(ask(gateway.port, "/intake/v1/public/x") for _ in range(60)))
    assert {answer.status for answer in answers} == {200}
    assert min(int(answer.headers["ratelimit"].split("r=")[1].split(";")[0]) for answer in answers) >= 1999
