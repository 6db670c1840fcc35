"""Where sealed contents lie: a local folder, memory, or any S3-compatible store, behind five calls."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any, Protocol
from urllib.parse import unquote

import obstore
from obstore.store import LocalStore, MemoryStore, from_url

from shared.attachments.errors import ContentBroken

_PART, _PARTS_UNDER_WAY = 5 * 1024 * 1024, 2  # the least part that S3 takes


class ObjectStore(Protocol):
    """Keeps bytes under keys. What it keeps is sealed: whoever reads the store learns sizes and dates."""

    async def put(self, key: str, data: bytes) -> None:
        """Store all bytes or nothing."""
        ...

    async def put_stream(self, key: str, pieces: AsyncIterator[bytes]) -> None:
        """Store all that the pieces give, or nothing, with a bounded part of it in memory."""
        ...

    async def get(self, key: str, start: int, end: int) -> bytes:
        """Return the bytes from `start` up to `end`. Raises: ContentBroken when there is no such object."""
        ...

    async def delete(self, key: str) -> None:
        """Remove an object; one that is not there is no fault."""
        ...


class Obstore:
    """An `ObjectStore` over the obstore library."""

    def __init__(self, store: obstore.store.ObjectStore) -> None:
        self._store = store

    async def put(self, key: str, data: bytes) -> None:
        """Store all bytes or nothing."""
        await obstore.put_async(self._store, key, data)

    async def put_stream(self, key: str, pieces: AsyncIterator[bytes]) -> None:
        """Store all that the pieces give, or nothing, with a bounded part of it in memory."""
        await obstore.put_async(self._store, key, pieces, chunk_size=_PART, max_concurrency=_PARTS_UNDER_WAY)

    async def get(self, key: str, start: int, end: int) -> bytes:
        """Return the bytes from `start` up to `end`. Raises: ContentBroken when there is no such object."""
        try:
            return bytes(await obstore.get_range_async(self._store, key, start=start, end=end))
        except FileNotFoundError:
            raise ContentBroken("no such object") from None

    async def delete(self, key: str) -> None:
        """Remove an object; one that is not there is no fault."""
        try:
            await obstore.delete_async(self._store, key)
        except FileNotFoundError:
            return


def open_store(address: str, **options: Any) -> ObjectStore:
    """Open a store by its address: a folder (path or `file://`, made if missing), `memory:`, or `s3://bucket`.

    `options` go to the library, such as `config` with an S3 endpoint and keys read from files.
    """
    if address == "memory:":
        return Obstore(MemoryStore())
    if address.startswith("file://") or "://" not in address:
        folder = Path(unquote(address.removeprefix("file://")) if "://" in address else address)
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        return Obstore(LocalStore(folder))
    return Obstore(from_url(address, **options))
