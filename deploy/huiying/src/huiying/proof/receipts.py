"""What acknowledged clients hold, tried again: every receipt opens, every key gets its own answer."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from typing import Any

import httpx

from huiying.proof.stream import submit

ASKED_AT_ONCE = 16


async def unopened(base_url: str, receipts: Mapping[str, str]) -> set[str]:
    """Open every receipt; return the keys of those that do not open."""
    gate = asyncio.Semaphore(ASKED_AT_ONCE)
    async with httpx.AsyncClient(base_url=base_url, trust_env=False, timeout=20) as http:

        async def opens(receipt: str) -> bool:
            async with gate:
                answer = await http.post("/intake/v1/public/receipts/_open", json={"receipt": receipt})
            return answer.status_code == 200

        opened = await asyncio.gather(*(opens(receipt) for receipt in receipts.values()))
    return {key for key, well in zip(receipts, opened, strict=True) if not well}


async def answered_differently(
    base_url: str, receipts: Mapping[str, str], bodies: Mapping[str, dict[str, Any]]
) -> set[str]:
    """Send every acknowledged submission once more; return the keys that get another receipt than before."""
    gate = asyncio.Semaphore(ASKED_AT_ONCE)
    async with httpx.AsyncClient(base_url=base_url, trust_env=False) as http:

        async def same(key: str, receipt: str) -> bool:
            async with gate:
                answer = await submit(http, key, bodies[key], 20)
            return answer.status_code == 201 and answer.json()["receipt"] == receipt

        agreed = await asyncio.gather(*(same(key, receipt) for key, receipt in receipts.items()))
    return {key for key, well in zip(receipts, agreed, strict=True) if not well}
