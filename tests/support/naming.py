"""Identity, as far as documents ask it: every organisation and officer has a name."""

from __future__ import annotations

import json

import httpx

from shared.http.client import ServiceClient

from tests.support.cast import actor, people


class Naming(httpx.AsyncBaseTransport):
    """Calls each by its code or login, so that a test can see who was asked for."""

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        """Answer as identity would."""
        if request.url.path == "/v1/officers/_names":
            asked = json.loads(request.content)
            found = [one for one in people() if actor(one).id in asked["ids"] or one in asked["logins"]]
            items = [{"id": actor(one).id, "login": one, "name": f"人员{one}"} for one in found]
            return httpx.Response(200, json={"items": items})
        return httpx.Response(200, json={"name": f"机构{request.url.path.rsplit('/', 1)[-1]}"})


def naming() -> ServiceClient:
    """Return a client of it."""
    return ServiceClient("identity", "http://identity", transport=Naming())
