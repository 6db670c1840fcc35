from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest

from shared.attachments.errors import ScannerUnavailable
from shared.attachments.scanner import ClamAv, NoScanner, ScanState, Verdict, scanner_at

EICAR = b"X5O!P%@AP[4\\PZX54(P^)7CC)7}$" + b"EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*"


@asynccontextmanager
async def clamd(path: Path, answer: bytes | None = None) -> AsyncIterator[list[bytes]]:
    """Run a scanner that speaks the protocol and knows one virus; `answer` is said whatever comes."""
    received: list[bytes] = []

    async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        assert await reader.readuntil(b"\0") == b"zINSTREAM\0"
        content = b""
        while size := int.from_bytes(await reader.readexactly(4)):
            content += await reader.readexactly(size)
        received.append(content)
        known = b"stream: Eicar-Test-Signature FOUND\0" if EICAR in content else b"stream: OK\0"
        writer.write(known if answer is None else answer)
        await writer.drain()
        writer.close()

    server = await asyncio.start_unix_server(serve, path)
    async with server:
        yield received


async def test_a_harmless_file_is_clean_and_arrives_whole(tmp_path: Path) -> None:
    content = bytes(range(256)) * 1000

    async with clamd(tmp_path / "clamd") as received:
        verdict = await scanner_at(str(tmp_path / "clamd")).scan(content)

    assert verdict == Verdict(ScanState.CLEAN)
    assert received == [content]


async def test_a_virus_is_named(tmp_path: Path) -> None:
    async with clamd(tmp_path / "clamd"):
        verdict = await ClamAv(str(tmp_path / "clamd")).scan(bytes(100_000) + EICAR)

    assert verdict == Verdict(ScanState.INFECTED, "Eicar-Test-Signature")


@pytest.mark.parametrize(
    "answer", [b"INSTREAM size limit exceeded. ERROR\0", b"\0", b"", b"stream: OK", b"stream: x\0"]
)
async def test_anything_but_a_verdict_means_that_the_file_waits(tmp_path: Path, answer: bytes) -> None:
    async with clamd(tmp_path / "clamd", answer):
        with pytest.raises(ScannerUnavailable):
            await ClamAv(str(tmp_path / "clamd")).scan(b"x")


async def test_a_scanner_that_is_down_or_silent_means_that_the_file_waits(tmp_path: Path) -> None:
    async def say_nothing(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.read()
        writer.close()

    with pytest.raises(ScannerUnavailable):
        await ClamAv(str(tmp_path / "nowhere")).scan(b"x")
    with pytest.raises(ScannerUnavailable):
        await ClamAv("127.0.0.1:1").scan(b"x")
    server = await asyncio.start_unix_server(say_nothing, tmp_path / "silent")
    async with server:
        with pytest.raises(ScannerUnavailable):
            await ClamAv(str(tmp_path / "silent"), timeout_s=0.05).scan(b"x")


async def test_without_a_scanner_nothing_is_ever_called_clean() -> None:
    assert isinstance(scanner_at(""), NoScanner)
    assert (await NoScanner().scan(EICAR)).state is ScanState.UNSCANNED
