"""Identity, as far as documents ask it: every organisation and officer has a name."""

from __future__ import annotations

import json

import httpx

from shared.directory.officers import OfficersClient

from tests.support.officers import named


class Naming(httpx.AsyncBaseTransport):
    """Calls each by its code or login, so that a test can see who was asked for."""

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        """Answer as identity would."""
        if request.url.path == "/v1/officers/_names":
            return httpx.Response(200, json={"items": named(json.loads(request.content))})
        return httpx.Response(200, json={"name": f"机构{request.url.path.rsplit('/', 1)[-1]}"})


def naming() -> OfficersClient:
    """Return a client of it."""
    return OfficersClient("identity", "http://identity", transport=Naming())
