"""Sealed contents in the object store: put there piece by piece under a random key, and read the same way."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from dataclasses import dataclass

from shared.attachments.chunks import HEAD_BYTES, ContentSealer, SealedContent
from shared.attachments.objects import ObjectStore
from shared.ids import uuid4
from shared.sealing.binding import Binding
from shared.sealing.seals import Seals

PIECE = 16 * 64 * 1024


@dataclass(frozen=True, slots=True)
class Stored:
    """Where a content lies, what opens it, and its size before it was sealed."""

    key: str
    wrapped_key: bytes
    size: int


def new_key() -> str:
    """Return a random key, which tells nothing about what lies under it."""
    name = uuid4().hex
    return f"{name[:2]}/{name}"


async def put_sealed(
    objects: ObjectStore, key: str, content: AsyncIterator[bytes], place: Binding, seals: Seals
) -> Stored:
    """Seal a content while it comes, and put it under a key; of a large one only a part is ever in memory.

    Raises: KeyServiceUnavailable, and whatever ends the content; nothing is stored then.
    """
    sealer = ContentSealer(place, seals.provider, suite=seals.suite)
    await objects.put_stream(key, _sealed(sealer, content))
    return Stored(key, sealer.wrapped_key, sealer.size)


async def _sealed(sealer: ContentSealer, content: AsyncIterator[bytes]) -> AsyncIterator[bytes]:
    yield sealer.head
    async for piece in content:
        if sealed := await asyncio.to_thread(sealer.add, piece):
            yield sealed
    yield sealer.end()


async def pieces(
    sealed: SealedContent, objects: ObjectStore, key: str, start: int, end: int
) -> AsyncIterator[bytes]:
    """Open what lies under a key, in pieces of at most 1 MiB. Raises: ContentBroken, KeyServiceUnavailable."""
    head = await objects.get(key, 0, HEAD_BYTES)
    while start < end:
        until = min(end, (start // PIECE + 1) * PIECE)
        stored = await objects.get(key, *sealed.span(start, until))
        yield sealed.open(head, stored, start, until)
        start = until
