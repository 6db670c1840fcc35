from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from uuid import uuid4

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from shared.attachments.chunks import CHUNK, HEAD_BYTES, ContentSealer, SealedContent, seal_content
from shared.attachments.errors import ContentBroken
from shared.sealing import Binding, LocalKeyRing
from shared.sealing.ring_file import create

PLACE = Binding("attachments", uuid4(), "content", "intake")
SIZES = (1, CHUNK - 1, CHUNK, CHUNK + 1, 2 * CHUNK, 3 * CHUNK + 17)


@pytest.fixture(scope="module")
def ring(tmp_path_factory: pytest.TempPathFactory) -> LocalKeyRing:
    path = tmp_path_factory.mktemp("keys") / "ring.json"
    create(path)
    return LocalKeyRing(path)


def _content(size: int) -> bytes:
    return bytes(number * 7 % 251 for number in range(size))


def _read(sealed: SealedContent, blob: bytes, start: int, end: int) -> bytes:
    first, last = sealed.span(start, end)
    return sealed.open(blob[:HEAD_BYTES], blob[first:last], start, end)


@pytest.mark.parametrize("suite", [1, 2])
@pytest.mark.parametrize("size", SIZES)
def test_content_of_any_size_opens_whole(ring: LocalKeyRing, size: int, suite: int) -> None:
    content = _content(size)
    blob, key = seal_content(content, PLACE, ring, suite=suite)

    sealed = SealedContent(size, PLACE, key, ring)

    assert _read(sealed, blob, 0, size) == content
    assert sealed.span(0, size) == (HEAD_BYTES, len(blob))


@settings(max_examples=40, deadline=None)
@given(st.lists(st.sampled_from((0, 1, CHUNK - 1, CHUNK, CHUNK + 1, 3 * CHUNK)), max_size=5))
def test_content_sealed_in_pieces_opens_as_content_sealed_whole(ring: LocalKeyRing, sizes: list[int]) -> None:
    content = _content(sum(sizes))
    sealer, parts, start = ContentSealer(PLACE, ring), [], 0
    for size in sizes:
        parts.append(sealer.add(content[start : start + size]))
        start += size
    blob = sealer.head + b"".join(parts) + sealer.end()

    sealed = SealedContent(sealer.size, PLACE, sealer.wrapped_key, ring)

    assert sealed.span(0, len(content)) == (HEAD_BYTES, len(blob))
    assert _read(sealed, blob, 0, len(content)) == content


@settings(max_examples=60)
@given(st.data())
def test_any_part_opens_alone_and_reads_only_its_chunks(ring: LocalKeyRing, data: st.DataObject) -> None:
    size = data.draw(st.sampled_from(SIZES))
    start = data.draw(st.integers(0, size - 1))
    end = data.draw(st.integers(start + 1, size))
    content = _content(size)
    blob, key = seal_content(content, PLACE, ring)
    sealed = SealedContent(size, PLACE, key, ring)

    assert _read(sealed, blob, start, end) == content[start:end]
    first, last = sealed.span(start, end)
    assert last - first <= (end // CHUNK - start // CHUNK + 1) * (CHUNK + 16)


def test_changed_exchanged_dropped_and_foreign_chunks_do_not_open(ring: LocalKeyRing) -> None:
    content = _content(3 * CHUNK)
    blob, key = seal_content(content, PLACE, ring)
    other, _ = seal_content(content, PLACE, ring)
    sealed = SealedContent(len(content), PLACE, key, ring)
    head, stored = blob[:HEAD_BYTES], CHUNK + 16
    chunks = [blob[HEAD_BYTES + n * stored : HEAD_BYTES + (n + 1) * stored] for n in range(3)]

    wrong = [
        (head, [chunks[1], chunks[0], chunks[2]]),
        (head, chunks[:2]),
        (head, chunks[1:]),
        (head, [*chunks, chunks[2]]),
        (head, [chunks[0], other[HEAD_BYTES + stored : HEAD_BYTES + 2 * stored], chunks[2]]),
        (other[:HEAD_BYTES], chunks),
        (b"HYC2" + head[4:], chunks),
        (head[:4] + b"\x02" + head[5:], chunks),
        (head[:5], chunks),
    ]
    for given_head, given_chunks in wrong:
        with pytest.raises(ContentBroken):
            sealed.open(given_head, b"".join(given_chunks), 0, len(content))
    for bit in range(0, len(blob) * 8, 50_021):
        changed = bytearray(blob)
        changed[bit // 8] ^= 1 << bit % 8
        with pytest.raises(ContentBroken):
            _read(sealed, bytes(changed), 0, len(content))


def test_content_cut_at_a_chunk_does_not_pass_for_a_shorter_file(ring: LocalKeyRing) -> None:
    blob, key = seal_content(_content(2 * CHUNK), PLACE, ring)

    with pytest.raises(ContentBroken):
        _read(SealedContent(CHUNK, PLACE, key, ring), blob[: HEAD_BYTES + CHUNK + 16], 0, CHUNK)


def test_content_opens_only_in_its_own_place(ring: LocalKeyRing) -> None:
    blob, key = seal_content(b"content", PLACE, ring)

    for elsewhere in (replace(PLACE, group="original"), replace(PLACE, row=uuid4())):
        with pytest.raises(ContentBroken):
            _read(SealedContent(7, elsewhere, key, ring), blob, 0, 7)


def test_stored_bytes_hold_nothing_of_the_content(ring: LocalKeyRing, tmp_path: Path) -> None:
    blob, _ = seal_content(b"GEHEIM" * 30_000, PLACE, ring)

    assert b"GEHEIM" not in blob
