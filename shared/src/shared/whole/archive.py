"""An archive whose manifest names every file in it with its hash. The same contents give the same bytes.

It is made while it is read: however large it is, only a piece of it is in memory.
"""

from __future__ import annotations

import asyncio
import hashlib
import io
import zipfile
from collections.abc import AsyncIterator, Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

import msgspec

from shared.attachments.errors import ContentBroken

MANIFEST = "manifest.json"
FORMAT = "huiying-package-1"
_DAWN_OF_ZIP = (1980, 1, 1, 0, 0, 0)  # entries bear no time of their own: the manifest says when it was made


@dataclass(frozen=True, slots=True)
class Entry:
    """One file of an archive. Its hash is known before it is read, which `read` begins."""

    path: str
    size: int
    sha256: bytes
    read: Callable[[], AsyncIterator[bytes]]

    @classmethod
    def of(cls, path: str, content: bytes) -> Entry:
        """Make an entry of what is in memory."""

        async def read() -> AsyncIterator[bytes]:
            yield content

        return cls(path, len(content), hashlib.sha256(content).digest(), read)


def manifest_of(entries: Iterable[Entry], about: Mapping[str, Any]) -> bytes:
    """Return the manifest; whoever has its hash can check every file."""
    files = [{"path": one.path, "size": one.size, "sha256": one.sha256.hex()} for one in _in_order(entries)]
    return msgspec.json.format(msgspec.json.encode({"format": FORMAT, **about, "files": files}), indent=2)


async def archive(entries: Iterable[Entry], manifest: bytes) -> AsyncIterator[bytes]:
    """Return the archive in pieces. Raises: ContentBroken when a file is not what the manifest says."""
    out = _Outflow()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as packed:
        for one in (Entry.of(MANIFEST, manifest), *_in_order(entries)):
            about = zipfile.ZipInfo(one.path, _DAWN_OF_ZIP)
            about.compress_type, about.file_size = zipfile.ZIP_DEFLATED, one.size
            digest = hashlib.sha256()
            with packed.open(about, "w") as entry:
                async for piece in one.read():
                    digest.update(piece)
                    await asyncio.to_thread(entry.write, piece)
                    if flown := out.take():
                        yield flown
            if digest.digest() != one.sha256:
                raise ContentBroken("a file is not what was kept of it")
    yield out.take()


def _in_order(entries: Iterable[Entry]) -> list[Entry]:
    return sorted(entries, key=lambda one: one.path)


class _Outflow(io.RawIOBase):
    """Takes what is written until somebody takes it; nothing goes back in it."""

    def __init__(self) -> None:
        self._held = bytearray()

    def writable(self) -> bool:
        return True

    def write(self, data: Any) -> int:
        self._held += data
        return len(data)

    def take(self) -> bytes:
        flown = bytes(self._held)
        self._held.clear()
        return flown
