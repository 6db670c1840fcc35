from __future__ import annotations

import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer

import pytest

from shared.http.probe import main


class _Health(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        self.send_response(200 if self.path == "/livez" else 503)
        self.end_headers()

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@pytest.fixture
def served(monkeypatch: pytest.MonkeyPatch) -> Iterator[HTTPServer]:
    server = HTTPServer(("127.0.0.1", 0), _Health)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    monkeypatch.setenv("SERVICE", "intake")
    monkeypatch.setenv("INTAKE_MANAGEMENT_PORT", str(server.server_port))
    yield server
    server.shutdown()
    server.server_close()
    thread.join()


def test_a_service_that_lives_is_well_and_one_that_is_not_ready_is_not(served: HTTPServer) -> None:
    assert main() == 0
    assert main("/readyz") == 1


def test_a_service_that_does_not_answer_is_not_well(
    served: HTTPServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("INTAKE_MANAGEMENT_PORT", "9")
    assert main() == 1
