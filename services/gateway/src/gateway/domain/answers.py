"""What the gateway itself answers: one problem for each way a request can fail before any service."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Answer:
    """One of Envoy's own statuses, if need be only with these flags; the problem told; when to try again."""

    status: int
    code: str
    retry_after_s: int | None = None
    flags: tuple[str, ...] = ()


# The codes are the services' own: a caller need not know who refused. The first row that fits is told.
# fmt: off
ANSWERS: tuple[Answer, ...] = (
    #      Envoy  problem                 again after, only if
    Answer(400,   "bad_request"),
    Answer(401,   "unauthenticated"),
    Answer(404,   "not_found"),
    Answer(408,   "request_incomplete"),
    Answer(413,   "body_too_large"),
    Answer(426,   "http_version_refused"),
    Answer(429,   "rate_limited",         1),
    Answer(431,   "headers_too_large"),
    Answer(500,   "internal_error"),
    Answer(502,   "upstream_unavailable", 2),
    Answer(503,   "overloaded",           1, ("UO", "OM")),  # too many requests under way, or memory short
    Answer(503,   "service_unavailable",  2),
    Answer(504,   "timed_out",            2),
)
# fmt: on
FALLBACK = Answer(500, "internal_error")
