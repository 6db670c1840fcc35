"""Clients that change the same things at once, each only if nobody did so since it looked."""

from __future__ import annotations

import asyncio
import random
from collections import Counter
from collections.abc import Generator
from dataclasses import dataclass, field
from uuid import uuid4

import httpx

from huiying.walk.caller import Caller

from tests.support.running_set import RunningSet

CLIENTS = 12
ZONES = 4
ADMIN = "sysadmin"
OFFICE = "city-office-1"


class Renewed(httpx.Auth):
    """The administrator's access token, a new one when the last runs out: long races outlive it."""

    def __init__(self, caller: Caller) -> None:
        self._caller = caller

    def auth_flow(self, request: httpx.Request) -> Generator[httpx.Request, httpx.Response, None]:
        request.headers["Authorization"] = f"Bearer {self._caller.token(ADMIN)}"
        yield request


@dataclass
class Race:
    """Counters kept in the names of contact zones: who reads n writes n + 1, if it is still n.

    A write that overwrote another one unseen would leave a counter behind the number of writes that were taken.
    """

    one: RunningSet
    seed: int
    codes: list[str] = field(default_factory=list)
    statuses: Counter[int] = field(default_factory=Counter)
    taken: Counter[str] = field(default_factory=Counter)
    versions: Counter[tuple[str, int]] = field(default_factory=Counter)

    async def run(self, writes: int) -> dict[str, tuple[int, int]]:
        """Write so often; return for each zone its counter and its version."""
        auth, url = Renewed(self.one.caller()), f"{self.one.base_url}/identity/v1"
        async with httpx.AsyncClient(base_url=url, auth=auth, trust_env=False, timeout=20) as http:
            for _ in range(ZONES):
                self.codes.append(await self._new_zone(http))
            await asyncio.gather(*(self._client(http, number, writes) for number in range(CLIENTS)))
            return {code: await self._look(http, code) for code in self.codes}

    def figures(self) -> str:
        """Return what is told at the end."""
        return (
            f"{self.statuses.total()} conditional writes by {CLIENTS} clients on {len(self.codes)} zones: "
            f"{self.statuses[200]} taken, {self.statuses[412]} stale and refused"
        )

    async def _new_zone(self, http: httpx.AsyncClient) -> str:
        code = f"race-{uuid4().hex[:12]}"
        body = {"code": code, "name": "计数 0", "office": OFFICE, "organisations": []}
        made = await http.post("/contact-zones", json=body, headers={"Idempotency-Key": str(uuid4())})
        assert made.status_code == 201, made.text
        return code

    async def _client(self, http: httpx.AsyncClient, number: int, writes: int) -> None:
        chance = random.Random(f"{self.seed}-{number}")  # noqa: S311 - to be repeatable
        while self.statuses.total() < writes:
            code = chance.choice(self.codes)
            count, version = await self._look(http, code)
            body = {"name": f"计数 {count + 1}", "office": OFFICE, "organisations": []}
            answer = await http.put(f"/contact-zones/{code}", json=body, headers={"If-Match": f'"{version}"'})
            self.statuses[answer.status_code] += 1
            if answer.status_code == 200:
                self.taken[code] += 1
                self.versions[code, answer.json()["version"]] += 1

    @staticmethod
    async def _look(http: httpx.AsyncClient, code: str) -> tuple[int, int]:
        answer = await http.get(f"/contact-zones/{code}")
        assert answer.status_code == 200, answer.text
        seen = answer.json()
        return int(seen["name"].split()[-1]), seen["version"]


async def move_at_once(one: RunningSet, token: str, reports: list[str], racers: int) -> list[Counter[int]]:
    """Let so many clients register each report at once, all having seen the same version; return the statuses."""
    async with httpx.AsyncClient(base_url=f"{one.base_url}/intake/v1", trust_env=False, timeout=20) as http:

        async def register(report: str) -> int:
            headers = {
                "Authorization": f"Bearer {token}",
                "Idempotency-Key": str(uuid4()),
                "If-Match": '"1"',
            }
            answer = await http.post(f"/reports/{report}/register", json={}, headers=headers)
            return answer.status_code

        async def race(report: str) -> Counter[int]:
            return Counter(await asyncio.gather(*(register(report) for _ in range(racers))))

        return [await race(report) for report in reports]
