"""One request, its refusals, and what makes repeating it safe."""

from __future__ import annotations

import time
import uuid
from collections.abc import Callable, Iterator, Mapping
from typing import Any

import httpx

RETRIED = frozenset({502, 503, 504})
TRIES = 4


class Refused(Exception):
    """A refusal (RFC 9457)."""

    def __init__(self, status: int, problem: Mapping[str, Any]) -> None:
        super().__init__(f"{status} {problem.get('code')}: {problem.get('detail')}")
        self.status = status
        self.code = str(problem.get("code", "unknown"))
        self.problem = problem


class Unreachable(Exception):
    """No answer; whether it was done is unknown until it is repeated with the same key."""

    def __init__(self, key: str | None) -> None:
        super().__init__("no answer")
        self.key = key


class Client:
    """Calls one set through its gateway. `token` gives the access token for a service, asked before each request."""

    def __init__(
        self,
        base_url: str,
        token: Callable[[str], str] | None = None,
        *,
        language: str = "zh-CN",
        pause: Callable[[float], None] = time.sleep,
        transport: httpx.BaseTransport | None = None,
    ) -> None:
        self._http = httpx.Client(
            base_url=base_url, headers={"Accept-Language": language}, timeout=30, transport=transport
        )
        self._token, self._pause = token, pause

    def get(self, path: str, **query: Any) -> Any:
        """Read. Raises: Refused, Unreachable."""
        return self._send("GET", path, params=query or None)

    def post(self, path: str, body: Any = None, *, key: str | None = None, version: int | None = None) -> Any:
        """Do something once, however often it has to be sent. Raises: Refused, Unreachable."""
        headers = {"Idempotency-Key": key or str(uuid.uuid4())}
        if version is not None:
            headers["If-Match"] = f'"{version}"'
        return self._send("POST", path, headers=headers, json=body or {})

    def act(self, path: str, action: str, seen: Mapping[str, Any], body: Any = None) -> Any:
        """Take one of an object's `allowed_actions`, as it was seen. Raises: Refused, Unreachable."""
        return self.post(f"{path}/{action}", body, version=seen["version"])

    def all(self, path: str, **query: Any) -> Iterator[Any]:
        """Follow a list to its end."""
        while True:
            page = self.get(path, **query)
            yield from page["items"]
            if not (cursor := page.get("next_cursor")):
                return
            query["cursor"] = cursor

    def close(self) -> None:
        """Close the connections."""
        self._http.close()

    def _send(self, method: str, path: str, headers: Mapping[str, str] | None = None, **more: Any) -> Any:
        sent = dict(headers or {})
        if self._token is not None:
            sent["Authorization"] = f"Bearer {self._token(path.split('/')[1])}"
        for tried in range(TRIES):
            try:
                answer = self._http.request(method, path, headers=sent, **more)
            except httpx.TransportError:
                self._pause(0.2 * 2**tried)
                continue
            if answer.status_code in RETRIED and tried + 1 < TRIES:
                self._pause(float(answer.headers.get("Retry-After", 2**tried)))
                continue
            return _read(answer)
        raise Unreachable(sent.get("Idempotency-Key"))


def _read(answer: httpx.Response) -> Any:
    try:
        body = answer.json() if answer.content else None
    except ValueError:
        body = {"detail": answer.text[:200]}
    if answer.status_code >= 400:
        raise Refused(answer.status_code, body or {})
    return body
