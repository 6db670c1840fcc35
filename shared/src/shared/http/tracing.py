"""Spans for a collector (OpenTelemetry over HTTP). Loaded only where an address of a collector is given.

A span says which route, which answer, how long, and which service was asked on the way. It never holds a path with
its ids, a query, an address, an agent or a text. What reporters do has no span, nor has what is asked on their
behalf: `silent` are the beginnings of their paths.
"""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from contextlib import contextmanager

from opentelemetry import trace as otel
from opentelemetry.context import Context
from opentelemetry.exporter.otlp.proto.http.trace_exporter import OTLPSpanExporter
from opentelemetry.sdk.resources import Resource
from opentelemetry.sdk.trace import TracerProvider
from opentelemetry.sdk.trace.export import BatchSpanProcessor
from opentelemetry.sdk.trace.sampling import ParentBased, TraceIdRatioBased
from opentelemetry.trace import NonRecordingSpan, Span, SpanContext, SpanKind, StatusCode, TraceFlags
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from shared.http import trace
from shared.http.trace import SCOPE_KEY, Trace, read_trace

PUBLIC = "/v1/public"
_SAMPLED = "01"


def provider_for(service: str, version: str, url: str, share: float) -> TracerProvider:
    """Return what makes the spans of a service and sends them; `share` of those traces nobody else decided on."""
    provider = TracerProvider(
        sampler=ParentBased(TraceIdRatioBased(share)),
        resource=Resource({"service.name": f"huiying-{service}", "service.version": version}),
    )
    provider.add_span_processor(BatchSpanProcessor(OTLPSpanExporter(endpoint=url, timeout=5)))
    return provider


class Tracing:
    """Makes one span of each request and of each call to another service while it is answered."""

    def __init__(self, app: ASGIApp, *, provider: TracerProvider, silent: tuple[str, ...] = ()) -> None:
        self._app, self._provider, self._silent = app, provider, (PUBLIC, *silent)
        self._tracer = provider.get_tracer("huiying")
        trace.observe_calls(self._calling)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on."""
        if scope["type"] == "lifespan":
            try:
                await self._app(scope, receive, send)
            finally:
                await asyncio.to_thread(self._provider.shutdown)
        elif scope["type"] != "http" or scope["path"].startswith(self._silent):
            await self._app(scope, receive, send)
        else:
            await self._traced(scope, receive, send)

    async def _traced(self, scope: Scope, receive: Receive, send: Send) -> None:
        told = read_trace(scope)
        span = self._tracer.start_span(scope["method"], context=_context(told), kind=SpanKind.SERVER)
        scope[SCOPE_KEY] = _as_trace(span, told.request_id)

        async def watched(message: Message) -> None:
            if message["type"] == "http.response.start":
                span.set_attribute("http.response.status_code", message["status"])
                if message["status"] >= 500:
                    span.set_status(StatusCode.ERROR)
            await send(message)

        with otel.use_span(span, end_on_exit=True, record_exception=False, set_status_on_exception=False):
            try:
                await self._app(scope, receive, watched)
            finally:
                route = getattr(scope.get("route"), "path_format", "")
                span.update_name(f"{scope['method']} {route}".strip())
                span.set_attributes({"http.request.method": scope["method"], "http.route": route})

    @contextmanager
    def _calling(self, service: str, method: str) -> Iterator[str | None]:
        """Make a span of a call out, and tell the header that hands it on; none without a request that has one."""
        if not otel.get_current_span().get_span_context().is_valid:
            yield None
            return
        span = self._tracer.start_span(f"{method} {service}", kind=SpanKind.CLIENT)
        span.set_attributes({"http.request.method": method, "peer.service": service})
        try:
            yield _as_trace(span, "").traceparent
        except BaseException as error:
            span.set_attribute("error.type", type(error).__name__)
            span.set_status(StatusCode.ERROR)
            raise
        finally:
            span.end()


def _context(told: Trace) -> Context | None:
    """Return the caller's span as the parent; the SDK begins a trace of its own where the caller told of none."""
    if not told.caller_span_id:
        return None
    parent = SpanContext(
        int(told.trace_id, 16),
        int(told.caller_span_id, 16),
        is_remote=True,
        trace_flags=TraceFlags(int(told.flags, 16)),
    )
    return otel.set_span_in_context(NonRecordingSpan(parent))


def _as_trace(span: Span, request_id: str) -> Trace:
    known = span.get_span_context()
    trace_id, flags = f"{known.trace_id:032x}", _SAMPLED if known.trace_flags.sampled else "00"
    return Trace(trace_id, f"{known.span_id:016x}", flags, request_id or trace_id)
