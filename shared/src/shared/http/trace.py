"""Which request this is: W3C trace context and `X-Request-Id`, read once for errors, logs and calls."""

from __future__ import annotations

import re
from collections.abc import Callable
from contextlib import AbstractContextManager, nullcontext
from contextvars import ContextVar
from random import getrandbits  # names of spans are no secrets
from typing import NamedTuple

from starlette.types import Scope

SCOPE_KEY = "huiying.trace"
_TRACEPARENT = re.compile(rb"00-(?!0{32})([0-9a-f]{32})-(?!0{16})([0-9a-f]{16})-([0-9a-f]{2})")
_REQUEST_ID = re.compile(rb"[A-Za-z0-9._\-]{8,64}")


class Trace(NamedTuple):
    """One request's names: hexadecimal trace and span id, two hexadecimal flags, and the caller's own id.

    `caller_span_id` is what the caller called its own part of the trace; empty when it told of none.
    """

    trace_id: str
    span_id: str
    flags: str
    request_id: str
    caller_span_id: str = ""

    @property
    def traceparent(self) -> str:
        """The header that hands this trace on."""
        return f"00-{self.trace_id}-{self.span_id}-{self.flags}"


current: ContextVar[Trace | None] = ContextVar("trace", default=None)
"""The trace of the request this task serves; the HTTP client hands it on."""


def read_trace(scope: Scope) -> Trace:
    """Return the trace a request carries, with a span of our own; what is malformed is replaced."""
    trace_id = request_id = caller = ""
    flags = "00"
    for name, value in scope["headers"]:
        if name == b"traceparent":
            if found := _TRACEPARENT.fullmatch(value):
                trace_id, caller, flags = (found[n].decode() for n in (1, 2, 3))
        elif name == b"x-request-id" and _REQUEST_ID.fullmatch(value):
            request_id = value.decode()
    if not trace_id:
        trace_id = f"{getrandbits(128) or 1:032x}"
    return Trace(trace_id, f"{getrandbits(64) or 1:016x}", flags, request_id or trace_id, caller)


def trace_of(scope: Scope) -> Trace:
    """Return the trace of a request, reading it when no middleware has."""
    trace: Trace | None = scope.get(SCOPE_KEY)
    if trace is None:
        trace = scope[SCOPE_KEY] = read_trace(scope)
    return trace


Calling = Callable[[str, str], AbstractContextManager[str | None]]
"""Stands around a call to a service by a method; tells the `traceparent` to send where it is another's affair."""


def _unobserved(service: str, method: str) -> AbstractContextManager[str | None]:
    return nullcontext()


_observer: list[Calling] = [_unobserved]


def observe_calls(calling: Calling) -> None:
    """Have every call to another service stand within this, from now on."""
    _observer[0] = calling


def calling(service: str, method: str) -> AbstractContextManager[str | None]:
    """Return what stands around a call to another service."""
    return _observer[0](service, method)
