"""One request at a time, of a program of this run; and requests as the load generator takes them."""

from __future__ import annotations

import json
import time
import urllib.request
from collections.abc import Callable
from typing import Any, TypeVar
from uuid import uuid4

T = TypeVar("T")


def send(port: int, path: str, body: object = None, token: str = "", **headers: str) -> Any:
    """Send one request, a POST if there is a body, and return what the answer holds. Raises: HTTPError."""
    sent = {"Content-Type": "application/json", "Idempotency-Key": str(uuid4()), **_rights(token), **headers}
    data = body if body is None or isinstance(body, bytes) else _text(body).encode()
    request = urllib.request.Request(f"http://127.0.0.1:{port}{path}", data=data, headers=sent)
    with urllib.request.urlopen(request, timeout=60) as answer:  # noqa: S310 - a program of this run
        return json.loads(answer.read())


def timed(work: Callable[[], T]) -> tuple[float, T]:
    """Return the milliseconds that something took, and what it gave."""
    began = time.perf_counter()
    found = work()
    return (time.perf_counter() - began) * 1000, found


def get(path: str, token: str) -> str:
    """Return a request for the load generator."""
    return _request(f"GET {path}", _rights(token))


def post(path: str, body: object, token: str = "", **headers: str) -> str:
    """Return a request with a body for the load generator."""
    text = _text(body)
    kind = {"Content-Type": "application/json", "Content-Length": str(len(text.encode()))}
    return _request(f"POST {path}", {**_rights(token), **headers, **kind}) + text


def _request(line: str, headers: dict[str, str]) -> str:
    lines = [f"{line} HTTP/1.1", "Host: localhost", *(f"{name}: {value}" for name, value in headers.items())]
    return "\r\n".join([*lines, "", ""])


def _rights(token: str) -> dict[str, str]:
    return {"Authorization": f"Bearer {token}"} if token else {}


def _text(body: object) -> str:
    return json.dumps(body, ensure_ascii=False, separators=(",", ":"))
