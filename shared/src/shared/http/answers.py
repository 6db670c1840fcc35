"""What a use case gives the endpoint: status, body and the version for the ETag; and how it goes out."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

import msgspec
from starlette.responses import Response

_encode = msgspec.json.Encoder(enc_hook=str).encode


@dataclass(frozen=True, slots=True)
class Answer:
    """One answer. `raw` is the body already encoded, as a replay stores it."""

    status: int
    body: Any = None
    etag: int | None = None
    headers: dict[str, str] = field(default_factory=dict)
    raw: bytes | None = None

    def encoded(self) -> bytes:
        """Return the body as JSON."""
        return self.raw if self.raw is not None else _encode(self.body)

    def response(self) -> Response:
        """Return the HTTP response."""
        headers = dict(self.headers)
        if self.etag is not None:
            headers["ETag"] = f'"{self.etag}"'
        return Response(self.encoded(), status_code=self.status, media_type="application/json", headers=headers)
