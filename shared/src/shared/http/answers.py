"""An answer as a value: made inside the transaction, stored there for replays, sent after the commit."""

from __future__ import annotations

from collections.abc import Mapping
from http import HTTPStatus
from typing import Any

import msgspec
from pydantic import BaseModel
from starlette.responses import Response

from shared.http.etag import etag as tag_of

_encode = msgspec.json.Encoder().encode


class Answer:
    """Status, body and headers of one answer; the body is turned into JSON once, when it is made.

    `body` is a model, or anything JSON knows (days, instants and UUIDs included), or the bytes themselves;
    None is no body. `etag` is the version of the row. `replayed` marks what an earlier request was answered.
    """

    __slots__ = ("content", "headers", "replayed", "status")

    def __init__(
        self,
        status: int = 200,
        body: Any = None,
        *,
        etag: int | None = None,
        location: str | None = None,
        headers: Mapping[str, str] | None = None,
        replayed: bool = False,
    ) -> None:
        self.status = status
        self.content = to_json(body)
        self.headers = dict(headers or {})
        self.replayed = replayed
        if etag is not None:
            self.headers["ETag"] = tag_of(etag)
        if location is not None:
            self.headers["Location"] = location

    def response(self) -> Response:
        """Return what goes out."""
        headers = {**self.headers, "Idempotency-Replayed": "true"} if self.replayed else self.headers
        return Response(
            self.content,
            status_code=self.status,
            headers=headers,
            media_type="application/json" if self.content else None,
        )


def filled_up(response: Response, step: int) -> Response:
    """Fill an answer up with spaces until status line, own headers and body together are a multiple of `step` bytes.

    Whoever sees its length on the line learns nothing from it: not even which of two statuses it has.
    """
    head = len(HTTPStatus(response.status_code).phrase)
    head += sum(len(name) + len(value) for name, value in response.raw_headers if name != b"content-length")
    head += 4 * len(response.raw_headers)
    response.body = bytes(response.body) + b" " * (-(head + len(response.body)) % step)
    response.headers["Content-Length"] = str(len(response.body))
    return response


def to_json(body: Any) -> bytes:
    """Return a body as JSON bytes; bytes are taken as they are, None becomes nothing."""
    if body is None:
        return b""
    if isinstance(body, bytes):
        return body
    if isinstance(body, BaseModel):
        return body.__pydantic_serializer__.to_json(body, by_alias=True)
    return _encode(body)
