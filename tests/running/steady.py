"""A steady stream of every kind of caller, none of whom ever tries again: whatever is not answered well is kept."""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Any
from uuid import uuid4

import httpx

from huiying.walk.caller import Caller, proof_of

from tests.running.desk import Desk, PersistentCaller
from tests.support.running_set import RunningSet

THINK_S = 0.03
LISTS = {
    "identity": ("petition.city", "/identity/v1/me"),
    "intake": ("petition.city", "/intake/v1/reports?limit=5"),
    "casework": ("petition.city", "/casework/v1/inbox"),
    "rectification": ("petition.city", "/rectification/v1/inbox"),
}
REPORT = {"category": "accusation", "content": "（测试）升级期间反映的情况。", "region": "district-1"}


@dataclass
class Steady:
    """Callers at work, what they were answered, and by which release."""

    base_url: str
    caller: Caller
    desk: Desk
    answered: Counter[str] = field(default_factory=Counter)
    releases: Counter[tuple[str, str]] = field(default_factory=Counter)
    failed: list[str] = field(default_factory=list)
    longest: tuple[float, str] = (0.0, "")
    told: asyncio.Event = field(default_factory=asyncio.Event)

    async def run(self) -> None:
        """Call until told to stop."""
        limits = httpx.Limits(max_keepalive_connections=20)
        async with httpx.AsyncClient(
            base_url=self.base_url, trust_env=False, timeout=30, limits=limits
        ) as http:
            reads = [self._reads(http, login, path) for login, path in LISTS.values()]
            works = [
                self._repeat(work)
                for work in (*reads, lambda: self._reports(http), lambda: self._logs_in(http))
            ]
            await asyncio.gather(*works)

    async def _repeat(self, work: Callable[[], Awaitable[None]]) -> None:
        while not self.told.is_set():
            try:
                await work()
            except httpx.HTTPError as error:
                self.failed.append(f"{type(error).__name__} {error}")
            await asyncio.sleep(THINK_S)

    def _reads(self, http: httpx.AsyncClient, login: str, path: str) -> Callable[[], Awaitable[None]]:
        async def read() -> None:
            token = await asyncio.to_thread(self.caller.token, login)  # a fresh one before the last expires
            self._note(await http.get(path, headers={"Authorization": f"Bearer {token}"}))

        return read

    async def _reports(self, http: httpx.AsyncClient) -> None:
        key = {"Idempotency-Key": str(uuid4())}
        answer = await http.post("/intake/v1/public/submissions", json=REPORT, headers=key)
        self._note(answer)
        if answer.status_code == 201:
            receipt = {"receipt": answer.json()["receipt"]}
            self._note(await http.post("/intake/v1/public/receipts/_open", json=receipt))

    async def _logs_in(self, http: httpx.AsyncClient) -> None:
        login = "petition.city"
        form = {"grant_type": "password", "username": login, "password": self.caller.accounts[login]}
        answer = await http.post("/identity/v1/token", data=form)
        if answer.status_code == 400 and answer.json().get("code") == "login_proof_required":
            asked = answer.json()  # attempts that were cut off before, by other tests, count as failures
            proof = await asyncio.to_thread(proof_of, asked["challenge"], asked["bits"])
            answer = await http.post("/identity/v1/token", data={**form, "proof": proof})
        self._note(answer)
        await asyncio.sleep(0.5)  # a password costs a tenth of a second of work

    def _note(self, answer: httpx.Response) -> None:
        service = answer.request.url.path.split("/")[1]
        self.answered[service] += 1
        self.releases[service, answer.headers.get("API-Version", "none")] += 1
        self.longest = max(self.longest, (answer.elapsed.total_seconds(), answer.request.url.path))
        if answer.status_code not in (200, 201):
            self.failed.append(
                f"{answer.request.method} {answer.request.url.path} {answer.status_code} {answer.text[:200]}"
            )

    def figures(self) -> list[str]:
        """Return what is told at the end."""
        by_release = ", ".join(
            f"{service} {release}: {n}" for (service, release), n in sorted(self.releases.items())
        )
        worked = f"{len(self.desk.transferred)} reports transferred by officers, {self.desk.caller.repeated} repeated"
        longest, place = self.longest
        return [
            f"{sum(self.answered.values())} requests, {len(self.failed)} failed; longest {longest:.2f} s at {place}",
            worked,
            f"answered by release: {by_release}",
        ]


@asynccontextmanager
async def working(one: RunningSet) -> AsyncIterator[Steady]:
    """Keep callers and a petition office at work for as long as the block runs."""
    known = one.caller()
    patient: Any = PersistentCaller(one.base_url, known.accounts, loud=False)
    steady = Steady(one.base_url, known, Desk(patient))
    running = [asyncio.create_task(steady.run()), asyncio.create_task(asyncio.to_thread(steady.desk.run))]
    try:
        await asyncio.sleep(1)
        yield steady
        await asyncio.sleep(1)
    finally:
        steady.told.set()
        steady.desk.told.set()
        await asyncio.gather(*running)
