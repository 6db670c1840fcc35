"""Structured logs: JSON lines with event names and codes, never a name, a text, an address or a token."""

from __future__ import annotations

import logging
import sys
from collections.abc import Mapping, MutableMapping
from typing import Any

import structlog

# fmt: off
ALLOWED = frozenset({
    "event", "level", "timestamp", "logger", "service", "process", "request_id", "trace_id", "route",
    "method", "status", "ms", "code", "error", "error_type", "object_type", "action", "state", "rule",
    "source", "after", "seq", "count", "size", "attempt", "wait_s", "port", "pid", "version", "reason",
    "signal", "component", "table", "degraded", "year", "checkpoint", "kind", "upstream", "places",
    "permission", "issuer", "job", "dropped",
})
# fmt: on
"""The only keys a line may carry. A new key is added here on purpose or its value is not written."""


def keep_allowed(_: Any, __: str, line: MutableMapping[str, Any]) -> Mapping[str, Any]:
    """Drop every value whose key nobody vouched for, keeping the key's name so that the loss is seen."""
    kept = {key: value for key, value in line.items() if key in ALLOWED}
    if dropped := sorted(set(line) - ALLOWED):
        kept["dropped"] = dropped
    return kept


def configure(service: str, level: str = "info") -> None:
    """Send our events and the libraries' warnings to standard output as JSON lines."""
    structlog.configure(
        processors=[
            structlog.contextvars.merge_contextvars,
            structlog.processors.add_log_level,
            structlog.processors.TimeStamper(fmt="iso", utc=True),
            keep_allowed,
            structlog.processors.JSONRenderer(ensure_ascii=False),
        ],
        wrapper_class=structlog.make_filtering_bound_logger(logging.getLevelNamesMapping()[level.upper()]),
        logger_factory=structlog.WriteLoggerFactory(file=sys.stdout),
        cache_logger_on_first_use=True,
    )
    structlog.contextvars.bind_contextvars(service=service)
    root = logging.getLogger()
    root.handlers[:] = [_Bridge()]
    root.setLevel(logging.WARNING)


class _Bridge(logging.Handler):
    """Pass a library's warning on by logger and level; its text may quote data, so it stays behind."""

    def emit(self, record: logging.LogRecord) -> None:
        error = record.exc_info[0].__name__ if record.exc_info and record.exc_info[0] else None
        structlog.get_logger().warning("library_warning", logger=record.name, error_type=error)
