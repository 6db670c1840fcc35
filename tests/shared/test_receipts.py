from __future__ import annotations

import math
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from shared.receipts import (
    ALPHABET,
    Receipt,
    commitment_of,
    hash_of,
    hashes_of,
    new_receipt,
    parse_receipt,
    receipt_keys,
    sign_receipt,
    verify_receipt,
)
from shared.sealing import LocalKeyRing
from shared.sealing.ring_file import create, rotate

KNOWN = Receipt("0123456789ABCDEFGHJKMNPQRS")
STATEMENT = {"commitment": "ab" * 32, "received_on": "2026-03-02", "service": "intake"}


@pytest.fixture
def ring_path(tmp_path: Path) -> Path:
    create(tmp_path / "ring.json")
    return tmp_path / "ring.json"


@pytest.fixture
def ring(ring_path: Path) -> LocalKeyRing:
    return LocalKeyRing(ring_path)


def test_a_receipt_is_shown_as_27_symbols_in_groups_of_four() -> None:
    shown = new_receipt().grouped

    assert [len(group) for group in shown.split("-")] == [4, 4, 4, 4, 4, 4, 3]
    assert set(shown) <= set(ALPHABET + "-")


def test_what_is_shown_reads_back() -> None:
    for _ in range(200):
        receipt = new_receipt()
        assert parse_receipt(receipt.grouped) == receipt


def test_people_may_type_it_as_they_like() -> None:
    shown = KNOWN.grouped
    typed = [
        shown.lower(),
        shown.replace("-", ""),
        shown.replace("-", " "),
        f"  {shown.replace('-', ' — ')}\n",
        shown.replace("0", "o").replace("1", "l"),
        shown.replace("0", "O").replace("1", "I"),
        "".join(chr(ord(one) + 0xFEE0) for one in shown),
        shown.replace("-", "\u3000"),
    ]

    assert [parse_receipt(text) for text in typed] == [KNOWN] * len(typed)


def test_every_wrong_symbol_is_noticed() -> None:
    text = KNOWN.grouped.replace("-", "")

    for place in range(27):
        for symbol in set(ALPHABET) - {text[place]}:
            assert parse_receipt(text[:place] + symbol + text[place + 1 :]) is None


def test_every_exchange_of_two_symbols_is_noticed() -> None:
    text = new_receipt().grouped.replace("-", "")

    for first in range(27):
        for second in range(first):
            swapped = list(text)
            swapped[first], swapped[second] = swapped[second], swapped[first]
            if text[first] != text[second]:
                assert parse_receipt("".join(swapped)) is None


@pytest.mark.parametrize(
    "text", ["", "0", "U" * 27, "查询码", KNOWN.grouped + "0", KNOWN.symbols, "0" * 1_000_000]
)
def test_what_cannot_be_a_receipt_is_none(text: str) -> None:
    assert parse_receipt(text) is None


def test_the_symbols_are_evenly_spread() -> None:
    counts = Counter("".join(new_receipt().symbols for _ in range(4000)))

    mean = 4000 * 26 / 32
    spread = sum((counts[symbol] - mean) ** 2 / mean for symbol in ALPHABET)
    assert spread < 31 + 6 * math.sqrt(62)  # chi-squared with 31 degrees of freedom, six sigma


def test_a_receipt_never_shows_itself_in_a_traceback() -> None:
    assert KNOWN.symbols not in f"{KNOWN!r} {KNOWN}"


def test_the_stored_hash_is_found_again_after_a_rotation(ring: LocalKeyRing, ring_path: Path) -> None:
    stored = hash_of(ring, KNOWN)
    rotate(ring_path)

    assert stored in hashes_of(ring, KNOWN)
    assert hashes_of(ring, KNOWN)[0] == hash_of(ring, KNOWN) != stored


def test_a_mistyped_receipt_costs_the_same_work_and_matches_nothing(
    ring: LocalKeyRing, ring_path: Path
) -> None:
    rotate(ring_path)

    assert len(hashes_of(ring, None)) == len(hashes_of(ring, KNOWN)) == 2
    assert hash_of(ring, None) in hashes_of(ring, None)
    assert not set(hashes_of(ring, None)) & set(hashes_of(ring, KNOWN))


def test_a_commitment_pins_receipt_and_content_and_shows_neither() -> None:
    other = new_receipt()

    made = {commitment_of(receipt, text) for receipt in (KNOWN, other) for text in (b"", b"one", b"two")}

    assert len(made) == 6
    assert commitment_of(KNOWN) == commitment_of(Receipt(KNOWN.symbols))


def test_a_signed_receipt_verifies_also_after_a_rotation(ring: LocalKeyRing, ring_path: Path) -> None:
    signed = sign_receipt(ring, STATEMENT)
    rotate(ring_path)
    newer = sign_receipt(ring, STATEMENT)

    keys = receipt_keys(ring)
    assert set(signed) == {"commitment", "received_on", "service", "key_id", "signature"}
    assert signed["key_id"] != newer["key_id"]
    assert verify_receipt(keys, signed)
    assert verify_receipt(keys, newer)


@pytest.mark.parametrize(
    "change",
    [
        {"commitment": "00" * 32},
        {"received_on": "2026-03-01"},
        {"service": "casework"},
        {"more": 1},
        {"key_id": "0000000000000000.1"},
        {"key_id": None},
        {"signature": "A" * 86},
        {"signature": ""},
        {"signature": "é"},
        {"signature": None},
        {"commitment": 0.5},
    ],
)
def test_every_change_of_a_signed_receipt_is_noticed(ring: LocalKeyRing, change: dict[str, Any]) -> None:
    signed = sign_receipt(ring, STATEMENT)

    assert not verify_receipt(receipt_keys(ring), signed | change)
    assert not verify_receipt(receipt_keys(ring), {})


def test_a_stranger_cannot_sign_for_the_service(ring: LocalKeyRing, tmp_path: Path) -> None:
    create(tmp_path / "stranger.json")

    forged = sign_receipt(LocalKeyRing(tmp_path / "stranger.json"), STATEMENT)

    assert not verify_receipt(receipt_keys(ring), forged)
