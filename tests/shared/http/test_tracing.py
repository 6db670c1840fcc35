"""Spans tell which route and how long, carry over to other services, and never tell what was said or by whom."""

from __future__ import annotations

import subprocess
import sys
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from typing import Any

import httpx
import pytest
from fastapi import FastAPI
from opentelemetry.proto.collector.trace.v1.trace_service_pb2 import ExportTraceServiceRequest
from opentelemetry.sdk.trace import TracerProvider
from opentelemetry.sdk.trace.export import SimpleSpanProcessor
from opentelemetry.sdk.trace.export.in_memory_span_exporter import InMemorySpanExporter

from shared.http import trace
from shared.http.catalogue import Catalogue
from shared.http.client import JsonObject, ServiceClient
from shared.http.stack import middlewares
from shared.http.tracing import Tracing, provider_for

CALLER = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01"
TOLD = {"http.request.method", "http.route", "http.response.status_code", "peer.service", "error.type"}
SECRETS = ("note-17", "王某某", "10.9.8.7", "Agent/1.0", "token-of-somebody")


class Traced:
    """A service with one officers' route and one public one, each of which asks a neighbour."""

    def __init__(self) -> None:
        self.asked: list[httpx.Request] = []
        self.kept = InMemorySpanExporter()
        provider = TracerProvider()
        provider.add_span_processor(SimpleSpanProcessor(self.kept))
        neighbour = ServiceClient("casework", "http://casework", transport=httpx.MockTransport(self._answer))
        app = FastAPI(middleware=middlewares(Catalogue.load("intake"), api_version="1"))

        async def ask(note: str) -> dict[str, Any]:
            await neighbour.get(f"/v1/clues/{note}", JsonObject, params={"q": "王某某"})
            return {"note": note}

        app.get("/v1/notes/{note}")(ask)
        app.get("/v1/public/notes/{note}")(ask)
        app.get("/answering/{note}")(ask)
        app.add_middleware(Tracing, provider=provider, silent=("/answering/",))
        self.http = httpx.AsyncClient(
            transport=httpx.ASGITransport(app, client=("10.9.8.7", 1)), base_url="http://x"
        )

    def _answer(self, request: httpx.Request) -> httpx.Response:
        self.asked.append(request)
        return httpx.Response(200, json={})

    async def get(self, path: str, **headers: str) -> httpx.Response:
        said = {"User-Agent": "Agent/1.0", "Authorization": "Bearer token-of-somebody", **headers}
        return await self.http.get(path, params={"q": "王某某"}, headers=said)


@pytest.fixture
def traced() -> Iterator[Traced]:
    yield Traced()
    trace.observe_calls(trace._unobserved)


async def test_a_trace_is_carried_from_the_caller_through_us_to_the_neighbour(traced: Traced) -> None:
    answer = await traced.get("/v1/notes/note-17", traceparent=CALLER)
    out, served = traced.kept.get_finished_spans()
    trace_id, caller = CALLER.split("-")[1:3]
    assert (served.name, out.name) == ("GET /v1/notes/{note}", "GET casework")
    assert {f"{one.context.trace_id:032x}" for one in (served, out)} == {trace_id}
    assert served.parent is not None
    assert out.parent is not None
    assert f"{served.parent.span_id:016x}" == caller
    assert out.parent.span_id == served.context.span_id
    assert traced.asked[0].headers["traceparent"] == f"00-{trace_id}-{out.context.span_id:016x}-01"
    assert answer.headers["traceparent"] == f"00-{trace_id}-{served.context.span_id:016x}-01"


async def test_spans_hold_nothing_but_route_method_status_and_neighbour(traced: Traced) -> None:
    await traced.get("/v1/notes/note-17")
    await traced.get("/v1/nowhere/note-17")
    spans = traced.kept.get_finished_spans()
    assert len(spans) == 3
    for span in spans:
        assert set(span.attributes or {}) <= TOLD
        assert not span.events
        assert not any(secret in span.to_json() for secret in SECRETS)


@pytest.mark.parametrize("path", ["/v1/public/notes/note-17", "/answering/note-17", "/v1/public/nothing"])
async def test_what_reporters_do_has_no_span_nor_has_what_is_asked_for_them(
    traced: Traced, path: str
) -> None:
    await traced.get(path, traceparent=CALLER)
    assert traced.kept.get_finished_spans() == ()


class Collector(BaseHTTPRequestHandler):
    """Keeps what is sent to it."""

    received: list[bytes] = []

    def do_POST(self) -> None:
        self.received.append(self.rfile.read(int(self.headers["Content-Length"])))
        self.send_response(200)
        self.end_headers()

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the name is the base class's
        """Stay quiet."""


def test_a_collector_receives_what_was_traced() -> None:
    server = HTTPServer(("127.0.0.1", 0), Collector)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    provider = provider_for("intake", "1.2.3", f"http://127.0.0.1:{server.server_port}/v1/traces", share=1)
    provider.get_tracer("huiying").start_span("GET /v1/notes/{note}").end()
    provider.shutdown()
    server.shutdown()
    server.server_close()
    (found,) = ExportTraceServiceRequest.FromString(Collector.received[0]).resource_spans
    assert {one.key: one.value.string_value for one in found.resource.attributes} == {
        "service.name": "huiying-intake", "service.version": "1.2.3",
    }  # fmt: skip
    assert found.scope_spans[0].spans[0].name == "GET /v1/notes/{note}"


def test_who_does_not_trace_does_not_load_it() -> None:
    program = "import sys, intake.app, shared.service.main; print([n for n in sys.modules if 'opentelemetry.sdk' in n])"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
