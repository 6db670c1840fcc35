"""Large contents sealed in chunks of 64 KiB under one data key, so that any part can be opened alone.

Stored: magic `HYC1`, suite (1 byte), random nonce prefix (7), then the chunks, each with its tag. A chunk's nonce
is prefix, number (4 bytes) and whether it is the last (1): chunks cannot be exchanged, dropped or added.
"""

from __future__ import annotations

import os
from dataclasses import dataclass

from cryptography.exceptions import InvalidTag

from shared.attachments.errors import ContentBroken
from shared.sealing.binding import Binding
from shared.sealing.errors import SealBroken
from shared.sealing.provider import KeyProvider
from shared.sealing.suites import SUITES, TAG_BYTES, Aead, suite_numbered

CHUNK = 64 * 1024
_MAGIC = b"HYC1"
_PREFIX_BYTES = 7
HEAD_BYTES = len(_MAGIC) + 1 + _PREFIX_BYTES
_STORED_CHUNK = CHUNK + TAG_BYTES


class ContentSealer:
    """Seals a content piece by piece, its end not known before: `head`, what `add` returns and `end` are stored.

    Raises: KeyServiceUnavailable.
    """

    def __init__(self, place: Binding, provider: KeyProvider, *, suite: int = 1) -> None:
        chosen = SUITES[suite]
        data_key = os.urandom(chosen.key_bytes)
        self.head = _MAGIC + bytes([suite]) + os.urandom(_PREFIX_BYTES)
        self.wrapped_key = provider.wrap(data_key, place.encode(suite), suite=suite)
        self.size = 0
        self._cipher, self._bound = chosen.cipher(data_key), self.head + place.encode(suite)
        self._number, self._rest = 0, b""

    def add(self, piece: bytes) -> bytes:
        """Return the chunks that are full and not the last one."""
        self.size += len(piece)
        plain = memoryview(self._rest + piece if self._rest else piece)
        full = _last_chunk(len(plain))
        parts = [self._seal(plain[at * CHUNK : (at + 1) * CHUNK], is_last=False) for at in range(full)]
        self._rest = bytes(plain[full * CHUNK :])
        return b"".join(parts)

    def end(self) -> bytes:
        """Return the last chunk."""
        return self._seal(memoryview(self._rest), is_last=True)

    def _seal(self, plain: memoryview, *, is_last: bool) -> bytes:
        nonce = _nonce(self.head, self._number, is_last=is_last)
        self._number += 1
        return self._cipher.encrypt(nonce, bytes(plain), self._bound)


def seal_content(
    content: bytes, place: Binding, provider: KeyProvider, *, suite: int = 1
) -> tuple[bytes, bytes]:
    """Return what goes to the object store, and the wrapped data key. Raises: KeyServiceUnavailable."""
    sealer = ContentSealer(place, provider, suite=suite)
    return sealer.head + sealer.add(content) + sealer.end(), sealer.wrapped_key


def _last_chunk(size: int) -> int:
    return max(0, (size - 1) // CHUNK)


def _nonce(head: bytes, number: int, *, is_last: bool) -> bytes:
    return head[-_PREFIX_BYTES:] + number.to_bytes(4) + bytes([is_last])


@dataclass(frozen=True, slots=True)
class SealedContent:
    """Opens stored content of a known size, whole or in part."""

    size: int
    place: Binding
    wrapped_key: bytes
    provider: KeyProvider

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Return which stored bytes, apart from the head, hold the content from `start` up to `end`."""
        first, last = start // CHUNK, _last_chunk(min(end, self.size))
        stored = HEAD_BYTES + self.size + (_last_chunk(self.size) + 1) * TAG_BYTES
        return HEAD_BYTES + first * _STORED_CHUNK, min(stored, HEAD_BYTES + (last + 1) * _STORED_CHUNK)

    def open(self, head: bytes, stored: bytes, start: int, end: int) -> bytes:
        """Return the content from `start` up to `end`, given the stored bytes of its `span`.

        `head` are the first `HEAD_BYTES` of what is stored. Raises: ContentBroken, KeyUnknown,
        KeyServiceUnavailable.
        """
        cipher, bound = self._cipher(head)
        last = _last_chunk(self.size)
        first = start // CHUNK
        parts: list[bytes] = []
        for offset in range(0, len(stored), _STORED_CHUNK):
            number = first + offset // _STORED_CHUNK
            nonce = _nonce(head, number, is_last=number == last)
            try:
                parts.append(cipher.decrypt(nonce, stored[offset : offset + _STORED_CHUNK], bound))
            except InvalidTag:
                raise ContentBroken("a chunk does not open") from None
        plain = b"".join(parts)[start - first * CHUNK : end - first * CHUNK]
        if len(plain) != end - start:
            raise ContentBroken("chunks are missing")
        return plain

    def _cipher(self, head: bytes) -> tuple[Aead, bytes]:
        if len(head) != HEAD_BYTES or not head.startswith(_MAGIC):
            raise ContentBroken("not sealed content")
        try:
            suite = suite_numbered(head[len(_MAGIC)])
            place = self.place.encode(suite.number)
            data_key = self.provider.unwrap(self.wrapped_key, place)
        except SealBroken as error:
            raise ContentBroken(str(error)) from None
        if len(data_key) != suite.key_bytes:
            raise ContentBroken("the key is of another suite")
        return suite.cipher(data_key), head + place
