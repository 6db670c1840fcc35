"""A caller that sends exactly the bytes it is told to, from an address of its own."""

from __future__ import annotations

import asyncio
import json
import ssl
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

OWN_ADDRESS = "127.0.0.9"  # so that a leak of the caller's address can be searched for


@dataclass(frozen=True, slots=True)
class Answer:
    """What came back; header names in lower case."""

    status: int
    headers: dict[str, str]
    body: bytes

    @property
    def json(self) -> Any:
        return json.loads(self.body)


async def ask(
    port: int,
    path: str,
    *,
    method: str = "GET",
    headers: Mapping[str, str] | None = None,
    body: bytes | None = None,
    chunked: bool = False,
    tls: ssl.SSLContext | None = None,
    within_s: float = 15,
) -> Answer:
    """Send one request on a connection of its own and read the whole answer."""
    async with asyncio.timeout(within_s):
        reader, writer = await asyncio.open_connection(
            "127.0.0.1",
            port,
            local_addr=(OWN_ADDRESS, 0),
            ssl=tls,
            server_hostname="localhost" if tls else None,
        )
        try:
            head = {"Host": "localhost", "Connection": "close", **(headers or {})}
            if chunked:
                head["Transfer-Encoding"] = "chunked"
            elif body is not None:
                head["Content-Length"] = str(len(body))
            lines = "".join(f"{name}: {value}\r\n" for name, value in head.items())
            writer.write(f"{method} {path} HTTP/1.1\r\n{lines}\r\n".encode())
            await _send(writer, body or b"", chunked=chunked)
            return await _read(reader)
        finally:
            writer.close()


async def _send(writer: asyncio.StreamWriter, body: bytes, *, chunked: bool) -> None:
    try:
        for start in range(0, len(body), 65536):
            part = body[start : start + 65536]
            writer.write(f"{len(part):x}\r\n".encode() + part + b"\r\n" if chunked else part)
            await writer.drain()
        if chunked:
            writer.write(b"0\r\n\r\n")
    except ConnectionError:
        return  # refused before everything was sent; the answer says why


async def _read(reader: asyncio.StreamReader) -> Answer:
    first, *lines = (await reader.readuntil(b"\r\n\r\n")).decode().strip().split("\r\n")
    headers = {name.lower(): value for name, _, value in (line.partition(": ") for line in lines)}
    body = b""
    if headers.get("transfer-encoding") == "chunked":
        while length := int(await reader.readuntil(b"\r\n"), 16):
            body += (await reader.readexactly(length + 2))[:-2]
    else:
        body = await reader.readexactly(int(headers["content-length"]))
    return Answer(int(first.split(" ")[1]), headers, body)
