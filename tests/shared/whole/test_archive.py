"""An archive is made while it is read; its manifest is known before, and what disagrees with it breaks it."""

from __future__ import annotations

import hashlib
import zipfile
from collections.abc import AsyncIterator
from io import BytesIO

import pytest

from shared.attachments.errors import ContentBroken
from shared.whole.archive import MANIFEST, Entry, archive, manifest_of

BODY = bytes(range(256)) * 9000


def large(content: bytes = BODY) -> Entry:
    """Return an entry that comes in pieces, of which the manifest says what it says of `BODY`."""

    async def read() -> AsyncIterator[bytes]:
        for start in range(0, len(content), 100_000):
            yield content[start : start + 100_000]

    return Entry("b/large.bin", len(BODY), hashlib.sha256(BODY).digest(), read)


async def packed(*entries: Entry) -> tuple[bytes, bytes]:
    manifest = manifest_of(entries, {"purpose": "audit"})
    return b"".join([piece async for piece in archive(entries, manifest)]), manifest


async def test_the_same_contents_give_the_same_bytes_in_whatever_order_they_were_gathered() -> None:
    small = Entry.of("a.json", b"{}")

    first, manifest = await packed(large(), small)
    second, _ = await packed(small, large())

    assert first == second
    with zipfile.ZipFile(BytesIO(first)) as archived:
        assert archived.testzip() is None
        assert archived.namelist() == [MANIFEST, "a.json", "b/large.bin"]
        assert (archived.read("b/large.bin"), archived.read(MANIFEST)) == (BODY, manifest)


async def test_a_file_that_changed_since_the_manifest_was_written_breaks_the_archive() -> None:
    with pytest.raises(ContentBroken):
        await packed(large(BODY[:-1] + b"?"))
