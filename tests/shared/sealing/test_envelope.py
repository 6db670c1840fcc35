from __future__ import annotations

from dataclasses import replace
from itertools import permutations
from uuid import UUID, uuid4

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from shared.sealing import Binding, LocalKeyRing, SealBroken, Sealer, SealingError

PLACE = Binding("reports", UUID("7a1d3c1e-9f6f-4b1e-8d2a-0d5f1c2b3a4e"), "content", "city", 3)
per_suite = pytest.mark.parametrize("suite", [1, 2])


@per_suite
@settings(max_examples=50)
@given(text=st.binary(max_size=3000))
def test_what_was_sealed_opens_in_its_place(session_ring: LocalKeyRing, suite: int, text: bytes) -> None:
    sealer = Sealer(session_ring, suite)

    sealed = sealer.seal(text, aad=PLACE)

    assert sealer.open(*sealed, aad=PLACE) == text


def test_two_seals_of_one_text_have_nothing_in_common(ring: LocalKeyRing) -> None:
    sealer = Sealer(ring)

    one, other = sealer.seal(b"same", aad=PLACE), sealer.seal(b"same", aad=PLACE)

    assert one.blob[13:] != other.blob[13:]
    assert one.wrapped_key[17:] != other.wrapped_key[17:]


@per_suite
def test_every_single_changed_bit_of_blob_or_key_is_refused(ring: LocalKeyRing, suite: int) -> None:
    sealer = Sealer(ring, suite)
    sealed = sealer.seal("举报内容".encode(), aad=PLACE)

    for part, whole in enumerate(sealed):
        for bit in range(len(whole) * 8):
            changed = bytearray(whole)
            changed[bit // 8] ^= 1 << bit % 8
            pair = [*sealed]
            pair[part] = bytes(changed)
            with pytest.raises(SealingError):
                sealer.open(*pair, aad=PLACE)


@per_suite
def test_every_truncation_is_refused(ring: LocalKeyRing, suite: int) -> None:
    sealer = Sealer(ring, suite)
    blob, key = sealer.seal(b"text", aad=PLACE)

    for length in range(len(blob)):
        with pytest.raises(SealBroken):
            sealer.open(blob[:length], key, aad=PLACE)
    for length in range(len(key)):
        with pytest.raises(SealBroken):
            sealer.open(blob, key[:length], aad=PLACE)


def test_no_blob_opens_in_the_place_of_another(ring: LocalKeyRing) -> None:
    sealer = Sealer(ring)
    places = [
        Binding(table, row, group, organisation, version)
        for table in ("reports", "messages")
        for row in (uuid4(), uuid4())
        for group in ("content", "identity")
        for organisation in ("city", "district-1")
        for version in (1, 2)
    ]
    stored = {place: sealer.seal(b"secret", aad=place) for place in places}

    for source, target in permutations(places, 2):
        with pytest.raises(SealBroken):  # blob and key both carried over
            sealer.open(*stored[source], aad=target)
        with pytest.raises(SealBroken):  # only the blob
            sealer.open(stored[source].blob, stored[target].wrapped_key, aad=target)
        with pytest.raises(SealBroken):  # only the key
            sealer.open(stored[target].blob, stored[source].wrapped_key, aad=target)


def test_an_older_blob_of_the_same_row_does_not_open_in_place_of_the_newer(ring: LocalKeyRing) -> None:
    sealer = Sealer(ring)
    old = sealer.seal(b"old", aad=PLACE)

    with pytest.raises(SealBroken):
        sealer.open(*old, aad=replace(PLACE, version=PLACE.version + 1))


def test_one_sealer_opens_what_the_other_suite_sealed_and_moves_it_over(ring: LocalKeyRing) -> None:
    aes, guomi = Sealer(ring, 1), Sealer(ring, 2)
    sealed = aes.seal(b"text", aad=PLACE)

    moved = guomi.reseal(*sealed, aad=PLACE)

    assert (sealed.blob[4], moved.blob[4]) == (1, 2)
    assert aes.open(*moved, aad=PLACE) == b"text"
