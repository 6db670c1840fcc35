"""Envoy's administration interface: a socket only this user may open, never a port."""

import asyncio
import json
from pathlib import Path

_WITHIN_S = 2.0


class AdminUnavailable(Exception):
    """Envoy does not answer on its administration socket."""


class Admin:
    """Asks and tells one running Envoy."""

    def __init__(self, socket: Path) -> None:
        self._socket = socket

    async def is_live(self) -> bool:
        """Say whether Envoy serves requests: it runs, the door is open, and it is not draining."""
        try:
            live = (await self._call("GET", "/ready")).strip() == b"LIVE"
            return live and b"outside" in await self._call("GET", "/listeners")
        except AdminUnavailable:
            return False

    async def metrics(self) -> bytes:
        """Return Envoy's figures in Prometheus' text format. Raises: AdminUnavailable."""
        return await self._call("GET", "/stats/prometheus?usedonly")

    async def requests_under_way(self) -> int:
        """Return how many requests from outside are unanswered. Raises: AdminUnavailable."""
        text = await self._call("GET", "/stats?filter=^http.outside.downstream_rq_active$")
        return int(text.rpartition(b":")[2] or 0)

    async def reachable(self) -> dict[str, bool]:
        """Say for every service whether at least one of its processes is well. Raises: AdminUnavailable."""
        clusters = json.loads(await self._call("GET", "/clusters?format=json"))["cluster_statuses"]
        return {
            cluster["name"]: any(_is_well(host) for host in cluster.get("host_statuses", ()))
            for cluster in clusters
        }

    async def discourage(self) -> None:
        """Ask callers to leave: from now on every answer closes its connection. Raises: AdminUnavailable."""
        await self._call("POST", "/healthcheck/fail")

    async def close_door(self) -> None:
        """Accept no further connection; what is open goes on. Raises: AdminUnavailable."""
        await self._call("POST", "/drain_listeners")

    async def _call(self, method: str, path: str) -> bytes:
        try:
            async with asyncio.timeout(_WITHIN_S):
                reader, writer = await asyncio.open_unix_connection(self._socket)
                try:
                    writer.write(
                        f"{method} {path} HTTP/1.1\r\nHost: admin\r\nConnection: close\r\n\r\n".encode()
                    )
                    answer = await reader.read()
                finally:
                    writer.close()
        except (OSError, TimeoutError) as error:
            raise AdminUnavailable(path) from error
        head, _, body = answer.partition(b"\r\n\r\n")
        if head.split(b" ", 2)[1:2] != [b"200"] and path != "/ready":
            raise AdminUnavailable(path)
        return _joined(body) if b"transfer-encoding: chunked" in head else body


def _joined(chunks: bytes) -> bytes:
    """Return a body that was sent in chunks as one."""
    body = bytearray()
    while chunks:
        size, _, rest = chunks.partition(b"\r\n")
        length = int(size, 16)
        body += rest[:length]
        chunks = rest[length + 2 :] if length else b""
    return bytes(body)


def _is_well(host: dict[str, dict[str, object]]) -> bool:
    health = host.get("health_status", {})
    return not any(value is True for value in health.values())
