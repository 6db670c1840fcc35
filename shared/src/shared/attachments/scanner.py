"""The virus scanner is a port: ClamAV over its socket, or none, which is said and never taken for clean."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol

from shared.attachments.errors import ScannerUnavailable

_CHUNK = 1 << 16


class ScanState(StrEnum):
    """What is known about a file. Only `clean` was looked at and found harmless."""

    CLEAN = "clean"
    INFECTED = "infected"
    UNSCANNED = "unscanned"
    """There is no scanner here; who allows reading such files says so in the settings."""
    WAITING = "waiting"
    """The scanner did not answer; it is asked again."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """What the scanner said; `signature` names what it found."""

    state: ScanState
    signature: str | None = None


class Scanner(Protocol):
    """Looks at a file."""

    async def scan(self, content: bytes) -> Verdict:
        """Say what it is. Raises: ScannerUnavailable."""
        ...


class NoScanner:
    """No scanner is installed: every file stays `unscanned`, visibly."""

    async def scan(self, content: bytes) -> Verdict:
        """Say that nobody looked."""
        return Verdict(ScanState.UNSCANNED)


class ClamAv:
    """A `clamd` at a socket path, or at host and port; speaks INSTREAM."""

    def __init__(self, address: str, *, timeout_s: float = 30.0) -> None:
        self._address = address
        self._timeout_s = timeout_s

    async def scan(self, content: bytes) -> Verdict:
        """Send the file and read the verdict. Raises: ScannerUnavailable."""
        try:
            async with asyncio.timeout(self._timeout_s):
                answer = await self._ask(content)
        except (OSError, TimeoutError, asyncio.IncompleteReadError) as error:
            raise ScannerUnavailable(type(error).__name__) from error
        if answer == "stream: OK":
            return Verdict(ScanState.CLEAN)
        if answer.startswith("stream: ") and answer.endswith(" FOUND"):
            return Verdict(ScanState.INFECTED, answer.removeprefix("stream: ").removesuffix(" FOUND")[:200])
        raise ScannerUnavailable("unexpected answer")  # such as a size limit below ours: not a verdict

    async def _ask(self, content: bytes) -> str:
        reader, writer = await self._connect()
        try:
            writer.write(b"zINSTREAM\0")
            for start in range(0, len(content), _CHUNK):
                part = content[start : start + _CHUNK]
                writer.write(len(part).to_bytes(4) + part)
                await writer.drain()
            writer.write(bytes(4))
            await writer.drain()
            return (await reader.readuntil(b"\0"))[:-1].decode(errors="replace")
        finally:
            writer.close()

    async def _connect(self) -> tuple[asyncio.StreamReader, asyncio.StreamWriter]:
        if self._address.startswith("/"):
            return await asyncio.open_unix_connection(self._address)
        host, _, port = self._address.rpartition(":")
        return await asyncio.open_connection(host, int(port))


def scanner_at(address: str) -> Scanner:
    """Return the scanner a setting names: a socket's path, `host:port`, or none when empty."""
    return ClamAv(address) if address else NoScanner()
