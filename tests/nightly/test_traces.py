"""A whole set sends its spans to a collector: one request through several services is one trace, and tells no content."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import NamedTuple

import pytest
from opentelemetry.proto.collector.trace.v1.trace_service_pb2 import ExportTraceServiceRequest

from huiying.services import WITH_DATABASE
from huiying.walk.accusation import ACCUSATION, verify_an_accusation

from tests.shared.http.test_tracing import TOLD
from tests.support.figures import Figures
from tests.support.running_set import RunningSet, new_set, wait_for, with_people

pytestmark = [pytest.mark.nightly, pytest.mark.running, pytest.mark.timeout(400)]
READ = "GET /v1/clues/{object_id}/report-text"
PURPOSE = "verify"
RESOURCE = {"service.name", "service.version"}


class Span(NamedTuple):
    """What is asserted of one span."""

    service: str
    trace: bytes
    name: str
    told: frozenset[str]


class Collector(ThreadingHTTPServer):
    """Keeps what it is sent, as it came."""

    def __init__(self) -> None:
        self.received: list[bytes] = []
        super().__init__(("127.0.0.1", 0), _Door)

    @property
    def spans(self) -> list[Span]:
        """Every span that was sent."""
        return [
            Span(
                next(one.value.string_value for one in sent.resource.attributes if one.key == "service.name"),
                span.trace_id, span.name, frozenset(one.key for one in span.attributes),
            )
            for body in list(self.received)
            for sent in ExportTraceServiceRequest.FromString(body).resource_spans
            for scope in sent.scope_spans
            for span in scope.spans
        ]  # fmt: skip


class _Door(BaseHTTPRequestHandler):
    server: Collector

    def do_POST(self) -> None:
        self.server.received.append(self.rfile.read(int(self.headers["Content-Length"])))
        self.send_response(200)
        self.end_headers()

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the name is the base class's
        """Stay quiet."""


@pytest.fixture
def collector() -> Iterator[Collector]:
    with Collector() as one:
        threading.Thread(target=one.serve_forever, daemon=True).start()
        yield one
        one.shutdown()


@pytest.fixture
def traced_set(
    collector: Collector, tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> Iterator[RunningSet]:
    """A set of which every service traces every request it may."""
    for service in WITH_DATABASE:
        monkeypatch.setenv(
            f"{service.upper()}_TRACING_URL", f"http://127.0.0.1:{collector.server_port}/v1/traces"
        )
        monkeypatch.setenv(f"{service.upper()}_TRACING_SHARE", "1")
    one = new_set(tmp_path_factory.mktemp("set") / "run")
    try:
        one.start()
        yield with_people(one)
    finally:
        one.stop()


def test_one_request_is_one_trace_and_no_span_tells_what_was_said(
    traced_set: RunningSet, collector: Collector, figures: Figures
) -> None:
    caller = traced_set.caller()
    verify_an_accusation(caller)
    (clue,) = caller.get("caseman.city", "/casework/v1/clues")["items"]
    text = caller.get("office1.handler", f"/casework/v1/clues/{clue['id']}/report-text", purpose=PURPOSE)
    assert text["content"] == ACCUSATION["content"]

    def of_the_read() -> set[str]:
        spans = collector.spans
        (trace,) = {one.trace for one in spans if one.name == READ} or {b""}
        return {one.service for one in spans if one.trace == trace}

    wait_for("the whole trace", lambda: of_the_read() >= {"huiying-casework", "huiying-intake"})
    told, sent = collector.spans, b"".join(collector.received)
    assert {one.service for one in told} == {f"huiying-{service}" for service in WITH_DATABASE}
    assert frozenset().union(*(one.told for one in told)) <= TOLD
    assert not any("/v1/public" in one.name for one in told)
    people = (ACCUSATION["reporter"]["name"], ACCUSATION["subjects"][0]["name"])
    for secret in (
        *people,
        ACCUSATION["content"][:6],
        clue["id"],
        text["report_id"],
        "office1.handler",
    ):
        assert secret.encode() not in sent
    figures.say(
        f"{len(told)} spans of {len({one.trace for one in told})} traces; read by {sorted(of_the_read())}"
    )
