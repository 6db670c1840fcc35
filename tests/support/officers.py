"""Identity, as far as it says who officers are; in tests everybody is called after their login."""

from __future__ import annotations

import json
from dataclasses import dataclass, field

import httpx

from tests.support.cast import actor, people


def officer(login: str) -> dict[str, str]:
    """Return a person of the cast as identity names one."""
    who = actor(login)
    return {
        "id": who.id, "login": login, "name": f"人员{login}", "path": who.organisation, "state": "active"
    }  # fmt: skip


def named(body: dict[str, list[str]]) -> list[dict[str, str]]:
    """Find officers by login, id or name."""
    wanted = {one for key in ("ids", "logins", "names") for one in body.get(key, [])}
    return [officer(one) for one in people() if wanted & {one, actor(one).id, f"人员{one}"}]


@dataclass
class Registry(httpx.AsyncBaseTransport):
    """Answers who officers are and nothing else, unless it is down; `asked` are the names it was asked about."""

    is_down: bool = False
    asked: list[str] = field(default_factory=list)

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        """Answer as identity would."""
        if self.is_down or request.url.path != "/v1/officers/_names":
            raise httpx.ConnectError("down")
        body = json.loads(request.content)
        self.asked += body.get("names", [])
        return httpx.Response(200, json={"items": named(body)})
