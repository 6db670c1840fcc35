"""Clients that submit without pause, keep their key until they are acknowledged, and write down what they saw."""

from __future__ import annotations

import asyncio
import random
import time
from dataclasses import dataclass, field
from typing import Any
from uuid import uuid4

import httpx

from huiying.proof.histories import History, Kind

PATIENCE_S = 60.0
RETRY_AFTER_S = 0.1
THINK_S = 0.01
ANSWER_WITHIN_S = 5.0
HANGS_UP_AFTER_S = 0.004
"""Shorter than most answers take: the request arrives and its answer is not awaited."""
AGAIN = frozenset({"idempotency_in_flight", "rate_limited", "too_many_requests"})
KINDS = ("livelihood_demand", "accusation", "livelihood_demand", "suggestion")


@dataclass
class Stream:
    """Some clients of the public surface. `run` ends when told, each client after its last acknowledgement."""

    base_url: str
    history: History
    clients: int
    seed: int
    bodies: dict[str, dict[str, Any]] = field(default_factory=dict)
    """What was sent under each key, to be sent again later."""
    acknowledged: int = 0
    hung_up: int = 0
    longest_wait_s: float = 0.0
    told: asyncio.Event = field(default_factory=asyncio.Event)

    async def run(self) -> None:
        """Submit until told to stop."""
        await asyncio.gather(*(self._client(number) for number in range(self.clients)))

    async def _client(self, number: int) -> None:
        chance = random.Random(f"{self.seed}-{number}")  # noqa: S311 - to be repeatable
        async with httpx.AsyncClient(base_url=self.base_url, trust_env=False) as http:
            while not self.told.is_set():
                await self._submit(http, number, chance)
                await asyncio.sleep(THINK_S)

    async def _submit(self, http: httpx.AsyncClient, number: int, chance: random.Random) -> None:
        key = str(uuid4())
        body = self.bodies[key] = submission(key, chance)
        began = time.monotonic()
        patience = chance.choice([HANGS_UP_AFTER_S] + [ANSWER_WITHIN_S] * 15)
        while time.monotonic() - began < PATIENCE_S:
            self.history.write(time.monotonic(), number, "invoke", key)
            outcome = await self._once(http, number, key, body, patience)
            if outcome == "ok":
                self.acknowledged += 1
                self.longest_wait_s = max(self.longest_wait_s, time.monotonic() - began)
            if outcome != "unknown":
                return
            patience = ANSWER_WITHIN_S
            await asyncio.sleep(RETRY_AFTER_S)

    async def _once(
        self, http: httpx.AsyncClient, number: int, key: str, body: dict[str, Any], patience: float
    ) -> Kind:
        """Send once; return the outcome as it was written down: `unknown` must be sent again."""
        try:
            answer = await submit(http, key, body, patience)
        except httpx.HTTPError as error:
            self.hung_up += patience == HANGS_UP_AFTER_S
            self.history.write(time.monotonic(), number, "unknown", key, type(error).__name__)
            return "unknown"
        if answer.status_code == 201:
            self.history.write(time.monotonic(), number, "ok", key, answer.json()["receipt"])
            return "ok"
        told = f"{answer.status_code} {code_of(answer)}"
        again = answer.status_code >= 500 or answer.status_code == 429 or code_of(answer) in AGAIN
        outcome: Kind = "unknown" if again else "refused"
        self.history.write(time.monotonic(), number, outcome, key, told)
        return outcome


async def submit(
    http: httpx.AsyncClient, key: str, body: dict[str, Any], patience: float = ANSWER_WITHIN_S
) -> httpx.Response:
    """Send one submission."""
    timeout = httpx.Timeout(ANSWER_WITHIN_S, read=patience)
    headers = {"Idempotency-Key": key}
    return await http.post("/intake/v1/public/submissions", json=body, headers=headers, timeout=timeout)


def submission(key: str, chance: random.Random) -> dict[str, Any]:
    """Return an invented submission whose sealed text carries its key; the same for the same key."""
    category = chance.choice(KINDS)
    body: dict[str, Any] = {
        "category": category,
        "content": f"（测试）{key} 反映的情况。",
        "region": "district-1",
    }
    if category == "accusation":
        body["subjects"] = [{"name": "（化名）某某", "organisation": "某单位", "position": "某职务"}]
    if chance.random() < 0.3:
        body["reporter"] = {"name": "（化名）测试", "phone": "00000000000", "address": "某街道"}
    return body


def code_of(answer: httpx.Response) -> str:
    """Return the code of a problem, empty when the answer is none."""
    try:
        body = answer.json()
    except ValueError:
        return ""
    return str(body.get("code", "")) if isinstance(body, dict) else ""
