"""What every service says about itself at its management port."""

from __future__ import annotations

import asyncio
import json

import httpx

from huiying.operating.finding import Finding, odd, well, wrong
from huiying.services import SERVICES, Service

WITHIN_S = 3.0


def ask_all(host: str = "127.0.0.1") -> list[Finding]:
    """Ask every service at once; what is degraded is named."""

    async def ask() -> list[Finding]:
        async with httpx.AsyncClient(timeout=WITHIN_S, trust_env=False) as client:
            return await asyncio.gather(*(_ask(client, host, service) for service in SERVICES))

    return asyncio.run(ask())


async def _ask(client: httpx.AsyncClient, host: str, service: Service) -> Finding:
    try:
        answer = await client.get(f"http://{host}:{service.management_port}/readyz")
        body = answer.json()
    except (httpx.HTTPError, json.JSONDecodeError) as error:
        return wrong(service.name, "没有应答", f"no answer: {type(error).__name__}")
    if answer.status_code != 200:
        return wrong(
            service.name, f"未就绪：{_named(body['failed'])}", f"not ready: {_named(body['failed'])}"
        )
    if body["degraded"]:
        told = _named(body["degraded"])
        return odd(service.name, f"就绪，部分功能受限：{told}", f"ready, but {told}")
    return well(service.name, "就绪", "ready")


def _named(parts: dict[str, str]) -> str:
    return ", ".join(f"{part} ({code})" for part, code in parts.items())
