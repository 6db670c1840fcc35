"""What is sent to another service: body, headers, and whether it may be sent twice."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

import msgspec
from pydantic import BaseModel

from shared.http import trace

_encode = msgspec.json.Encoder(enc_hook=str).encode


@dataclass(frozen=True, slots=True)
class Outgoing:
    """One request, ready to be sent and sent again."""

    method: str
    path: str
    params: Mapping[str, Any] | None
    content: bytes | None
    headers: dict[str, str]
    token: str | None

    @property
    def is_idempotent(self) -> bool:
        """Say whether sending it twice does no more than sending it once."""
        return self.method in ("GET", "HEAD", "PUT", "DELETE") or "idempotency-key" in self.headers


def prepare(
    method: str,
    path: str,
    *,
    params: Mapping[str, Any] | None = None,
    body: BaseModel | Mapping[str, Any] | None = None,
    form: Mapping[str, str] | None = None,
    headers: Mapping[str, str] | None = None,
    token: str | None = None,
) -> Outgoing:
    """Build a request: JSON or form body, access token, and the trace of the request being served."""
    content: bytes | None = None
    sent = {"accept": "application/json", "accept-encoding": "identity", **(headers or {})}
    if isinstance(body, BaseModel):
        content = body.model_dump_json(exclude_none=True).encode()
    elif body is not None:
        content = _encode(body)
    if content is not None:
        sent["content-type"] = "application/json"
    elif form is not None:
        content = urlencode(form).encode()
        sent["content-type"] = "application/x-www-form-urlencoded"
    if token is not None:
        sent["authorization"] = f"Bearer {token}"
    if served := trace.current.get():
        sent["traceparent"] = served.traceparent
        sent["x-request-id"] = served.request_id
    return Outgoing(method, path, params, content, sent, token)
