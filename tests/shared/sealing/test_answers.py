from __future__ import annotations

import pytest

from shared.sealing import SealBroken, open_answer, seal_answer

KEY = "4d6f2f62-5c8e-4b52-9a4c-0f0b5be4a111"
per_suite = pytest.mark.parametrize("suite", [1, 2])


@per_suite
def test_the_same_key_on_the_same_route_reads_the_answer_again(suite: int) -> None:
    blob = seal_answer(KEY, b'{"receipt":"X"}', scope="public POST /submissions", suite=suite)

    assert open_answer(KEY, blob, scope="public POST /submissions") == b'{"receipt":"X"}'


def test_another_key_or_route_reads_nothing() -> None:
    blob = seal_answer(KEY, b"answer", scope="one")

    for key, scope in ((KEY + " ", "one"), (KEY, "other")):
        with pytest.raises(SealBroken):
            open_answer(key, blob, scope=scope)


@per_suite
def test_every_changed_bit_and_every_cut_is_refused(suite: int) -> None:
    blob = seal_answer(KEY, b"answer", scope="one", suite=suite)

    for bit in range(len(blob) * 8):
        changed = bytearray(blob)
        changed[bit // 8] ^= 1 << bit % 8
        with pytest.raises(SealBroken):
            open_answer(KEY, bytes(changed), scope="one")
    for length in range(len(blob)):
        with pytest.raises(SealBroken):
            open_answer(KEY, blob[:length], scope="one")


def test_the_stored_answer_holds_neither_the_key_nor_the_text() -> None:
    blob = seal_answer(KEY, b"RECEIPT", scope="one")

    assert KEY.encode() not in blob
    assert b"RECEIPT" not in blob
    assert seal_answer(KEY, b"RECEIPT", scope="one") != blob
