"""Which request this is: W3C trace context and `X-Request-Id`, read once for errors, logs and calls."""

from __future__ import annotations

import re
from contextvars import ContextVar
from random import getrandbits  # names of spans are no secrets
from typing import NamedTuple

from starlette.types import Scope

SCOPE_KEY = "huiying.trace"
_TRACEPARENT = re.compile(rb"00-(?!0{32})([0-9a-f]{32})-(?!0{16})([0-9a-f]{16})-([0-9a-f]{2})")
_REQUEST_ID = re.compile(rb"[A-Za-z0-9._\-]{8,64}")


class Trace(NamedTuple):
    """One request's names: hexadecimal trace and span id, two hexadecimal flags, and the caller's own id."""

    trace_id: str
    span_id: str
    flags: str
    request_id: str

    @property
    def traceparent(self) -> str:
        """The header that hands this trace on."""
        return f"00-{self.trace_id}-{self.span_id}-{self.flags}"


current: ContextVar[Trace | None] = ContextVar("trace", default=None)
"""The trace of the request this task serves; the HTTP client hands it on."""


def read_trace(scope: Scope) -> Trace:
    """Return the trace a request carries, with a span of our own; what is malformed is replaced."""
    trace_id = request_id = ""
    flags = "00"
    for name, value in scope["headers"]:
        if name == b"traceparent":
            if found := _TRACEPARENT.fullmatch(value):
                trace_id, flags = found[1].decode(), found[3].decode()
        elif name == b"x-request-id" and _REQUEST_ID.fullmatch(value):
            request_id = value.decode()
    if not trace_id:
        trace_id = f"{getrandbits(128) or 1:032x}"
    return Trace(trace_id, f"{getrandbits(64) or 1:016x}", flags, request_id or trace_id)


def trace_of(scope: Scope) -> Trace:
    """Return the trace of a request, reading it when no middleware has."""
    trace: Trace | None = scope.get(SCOPE_KEY)
    if trace is None:
        trace = scope[SCOPE_KEY] = read_trace(scope)
    return trace
