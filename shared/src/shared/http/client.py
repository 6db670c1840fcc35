"""Calls to other services; the only module that knows the HTTP library.

A typed client of a service derives from `ServiceClient`, one method per call, and answers with `Wire` models.

CallError
├── Unavailable   try later: no answer in time, a broken one, or the breaker is open
└── Rejected      the other service understood and refused; `code` says why
"""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable, Mapping
from random import SystemRandom
from types import TracebackType
from typing import Any, Protocol, Self, TypeVar

import httpx
import msgspec
from pydantic import BaseModel, ConfigDict, ValidationError

from shared.auth.actor import Actor
from shared.db import in_transaction
from shared.http.addresses import Addresses
from shared.http.breaker import Breaker, RetryBudget
from shared.http.outgoing import Outgoing, prepare
from shared.http.trace import calling

CONNECT_S = 0.25
TOTAL_S = 2.0
MOST_RETRIES = 2
LARGEST_ANSWER = 1024 * 1024
_KEEP_ALIVE_S = 30.0  # less than servers keep a silent connection, so that we close it first
_LIMITS = httpx.Limits(max_connections=50, keepalive_expiry=_KEEP_ALIVE_S)
_DICE = SystemRandom()
_RETRIED_STATUS = frozenset({502, 503, 504})


class CallError(Exception):
    """Anything that keeps a call from being answered."""


class Unavailable(CallError):
    """The other service cannot answer now. `may_retry` is False when it asked to be left alone."""

    code = "upstream_unavailable"

    def __init__(self, service: str, reason: str, *, may_retry: bool = True) -> None:
        super().__init__(f"{service}: {reason}")
        self.service, self.reason, self.may_retry = service, reason, may_retry


class Rejected(CallError):
    """The other service refused; `code` is that of its problem answer."""

    def __init__(self, service: str, code: str, status: int) -> None:
        super().__init__(f"{service}: {status} {code}")
        self.service, self.code, self.status = service, code, status


class Wire(BaseModel):
    """An answer of another service: the fields we use, frozen; whatever else it says is ignored."""

    model_config = ConfigDict(frozen=True, extra="ignore")


class JsonObject(Wire):
    """An answer taken as it is."""

    model_config = ConfigDict(frozen=True, extra="allow")


class Tokens(Protocol):
    """Where access tokens for calls come from."""

    async def own(self, audience: str) -> str:
        """Return a token that speaks for this service."""
        ...

    async def on_behalf(self, actor: Actor, audience: str) -> str:
        """Return a token that speaks for the officer, with this service as the one acting."""
        ...

    def forget(self, token: str) -> None:
        """Drop a token that was refused."""
        ...


A = TypeVar("A", bound=Wire)


class ServiceClient:
    """Speaks to one service. Time limits are in seconds; `total_s` spans all attempts.

    `base_url` may be several addresses, separated by commas. Follows no redirects, ignores proxy settings, and
    refuses to run while a transaction is open.
    """

    def __init__(
        self,
        service: str,
        base_url: str,
        tokens: Tokens | None = None,
        *,
        total_s: float = TOTAL_S,
        largest_answer: int = LARGEST_ANSWER,
        transport: httpx.AsyncBaseTransport | None = None,
        verify: Any = True,
        now: Callable[[], float] = time.monotonic,
        jitter: Callable[[float, float], float] = _DICE.uniform,
    ) -> None:
        self.service = service
        self.breaker = Breaker()
        self._budget = RetryBudget()
        self._tokens, self._total_s, self._largest, self._now = tokens, total_s, largest_answer, now
        self._jitter = jitter
        addresses = [httpx.URL(address.strip()) for address in base_url.split(",")]
        inner = transport or httpx.AsyncHTTPTransport(verify=verify, trust_env=False, limits=_LIMITS)
        self._http = httpx.AsyncClient(
            base_url=addresses[0],
            transport=inner if len(addresses) == 1 else Addresses(addresses, inner),
            trust_env=False,
            follow_redirects=False,
            timeout=httpx.Timeout(None, connect=CONNECT_S),
        )

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, where: TracebackType | None
    ) -> None:
        await self.close()

    async def close(self) -> None:
        """Close every connection."""
        await self._http.aclose()

    async def get(
        self,
        path: str,
        answer: type[A],
        *,
        actor: Actor | None = None,
        params: Mapping[str, Any] | None = None,
        total_s: float | None = None,
    ) -> A:
        """Read. Raises: Unavailable, Rejected."""
        return await self.call("GET", path, answer, actor=actor, params=params, total_s=total_s)

    async def post(
        self,
        path: str,
        body: BaseModel | Mapping[str, Any],
        answer: type[A],
        *,
        key: str,
        actor: Actor | None = None,
        if_match: int | None = None,
        total_s: float | None = None,
    ) -> A:
        """Make or move something; `key` makes it safe to repeat. Raises: Unavailable, Rejected."""
        headers = {"idempotency-key": key}
        if if_match is not None:
            headers["if-match"] = f'"{if_match}"'
        return await self.call("POST", path, answer, actor=actor, body=body, headers=headers, total_s=total_s)

    async def call(
        self,
        method: str,
        path: str,
        answer: type[A],
        *,
        actor: Actor | None = None,
        params: Mapping[str, Any] | None = None,
        body: BaseModel | Mapping[str, Any] | None = None,
        form: Mapping[str, str] | None = None,
        headers: Mapping[str, str] | None = None,
        total_s: float | None = None,
    ) -> A:
        """Send one request and read its answer, repeating it when that is safe and affordable.

        With an actor the officer stays the subject of the call; without one the service speaks for itself.
        Raises: Unavailable, Rejected; RuntimeError inside an open transaction.
        """
        if in_transaction():
            raise RuntimeError(f"a call to {self.service} while a transaction is open")
        if not path.startswith("/"):
            raise ValueError(f"{path!r} is no path")
        try:
            async with asyncio.timeout(total_s or self._total_s):
                token = await self._token(actor)
                sent = prepare(
                    method, path, params=params, body=body, form=form, headers=headers, token=token
                )
                content = await self._with_retries(sent)
        except TimeoutError as error:
            raise Unavailable(self.service, "no answer in time") from error
        try:
            return answer.model_validate_json(content or b"{}")
        except ValidationError as error:
            raise Unavailable(self.service, "answer of another form") from error

    async def _token(self, actor: Actor | None) -> str | None:
        if self._tokens is None:
            return None
        if actor is not None and actor.kind in ("officer", "client"):
            return await self._tokens.on_behalf(actor, self.service)
        return await self._tokens.own(self.service)

    async def _with_retries(self, sent: Outgoing) -> bytes:
        self._budget.earn()
        attempt = 0
        while True:
            try:
                return await self._attempt(sent)
            except Unavailable as error:
                attempt += 1
                may = error.may_retry and sent.is_idempotent and attempt <= MOST_RETRIES
                if not may or not self._budget.spend():
                    raise
            await asyncio.sleep(self._jitter(0.05, min(1.0, 0.1 * 2**attempt)))

    async def _attempt(self, sent: Outgoing) -> bytes:
        if not self.breaker.admits(self._now()):
            raise Unavailable(self.service, "breaker open", may_retry=False)
        ok = False
        try:
            with calling(self.service, sent.method) as traceparent:
                content = await self._exchange(sent, traceparent)
            ok = True
        except Rejected:
            ok = True
            raise
        except (httpx.HTTPError, httpx.InvalidURL) as error:
            raise Unavailable(self.service, type(error).__name__) from error
        finally:
            self.breaker.record(self._now(), ok=ok)
        return content

    async def _exchange(self, sent: Outgoing, traceparent: str | None) -> bytes:
        headers = {**sent.headers, "traceparent": traceparent} if traceparent else sent.headers
        request = self._http.build_request(
            sent.method, sent.path, params=sent.params, content=sent.content, headers=headers
        )
        response = await self._http.send(request, stream=True)
        try:
            content = await self._read(response)
        finally:
            await response.aclose()
        status = response.status_code
        if 200 <= status < 300:
            return content
        if 400 <= status < 500 and status != 429:
            if status == 401 and sent.token and self._tokens:
                self._tokens.forget(sent.token)
            raise Rejected(self.service, _code_of(content), status)
        may_retry = status in _RETRIED_STATUS and "retry-after" not in response.headers
        raise Unavailable(self.service, f"status {status}", may_retry=may_retry)

    async def _read(self, response: httpx.Response) -> bytes:
        content = bytearray()
        async for chunk in response.aiter_bytes():
            content += chunk
            if len(content) > self._largest:
                raise Unavailable(self.service, "answer too large", may_retry=False)
        return bytes(content)


def _code_of(content: bytes) -> str:
    try:
        code = msgspec.json.decode(content).get("code")
    except (msgspec.DecodeError, AttributeError):
        code = None
    return code if isinstance(code, str) else "unexplained"
