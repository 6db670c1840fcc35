"""Stand-ins for the services: they answer what they were asked, slowly or not at all when told to."""

from __future__ import annotations

import asyncio
import json
from collections import Counter
from dataclasses import dataclass, field

HEAD = (
    b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nServer: stub\r\nX-Powered-By: stub\r\n"
    b"X-Request-Id: made-by-the-service\r\nContent-Length: %d\r\n\r\n"
)


@dataclass
class Stub:
    """One service: its port, its health port, and what it has seen."""

    port: int
    health_port: int
    jwks: bytes = b'{"keys":[]}'
    seen: Counter[str] = field(default_factory=Counter)
    release: asyncio.Event = field(default_factory=asyncio.Event)
    _servers: list[asyncio.Server] = field(default_factory=list)
    _open: set[asyncio.StreamWriter] = field(default_factory=set)

    async def start(self) -> None:
        """Listen on both ports."""
        for port in (self.port, self.health_port):
            self._servers.append(await asyncio.start_server(self._serve, "127.0.0.1", port, limit=2**26))

    async def stop(self) -> None:
        """Go away without a word, as a killed process does."""
        for server in self._servers:
            server.close()
        for writer in self._open:
            writer.close()
        for server in self._servers:
            await server.wait_closed()
        self._servers.clear()

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self._open.add(writer)
        try:
            while (request := await _read(reader)) is not None:
                method, path, headers, size = request
                self.seen[f"{method} {path}"] += 1
                if path.startswith("/v1/lost") and self.seen[f"{method} {path}"] == 1:
                    return  # the answer is lost: the connection closes instead
                if path == "/v1/slow":
                    await self.release.wait()
                answer = {"path": path, "method": method, "headers": headers, "size": size}
                body = self.jwks if path == "/v1/jwks" else json.dumps(answer).encode()
                writer.write(HEAD % len(body) + body)
                await writer.drain()
        except (ConnectionError, asyncio.IncompleteReadError):
            return
        finally:
            self._open.discard(writer)
            writer.close()


async def _read(reader: asyncio.StreamReader) -> tuple[str, str, dict[str, str], int] | None:
    try:
        head = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1")
    except asyncio.IncompleteReadError:
        return None
    first, *lines = head.split("\r\n")
    method, path, _ = first.split(" ")
    headers = {name.lower(): value for name, _, value in (line.partition(": ") for line in lines) if name}
    size = int(headers.get("content-length", 0))
    await reader.readexactly(size)
    if headers.get("transfer-encoding") == "chunked":
        size = 0
        while length := int(await reader.readuntil(b"\r\n"), 16):
            size += length
            await reader.readexactly(length + 2)
        await reader.readexactly(2)
    return method, path, headers, size
