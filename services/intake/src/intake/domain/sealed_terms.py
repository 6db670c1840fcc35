"""What a matter is found by, as numbers that tell a reader of the database nothing.

People: keyed hashes of their names, cut so short that by chance others share them. Facts: a sketch (minhash) of a
text's pairs of signs; each number stands for three of them at once, so two texts share numbers when they are nearly
the same text, and single words neither show nor can be counted.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass

from intake.domain.likeness import Told, name_of, pairs

BANDS = 24
ROWS = 3
"""Texts that share half of their pairs are found with 96 in 100, unrelated ones with 1 in 1,000."""
BAND_BITS = 20
NAME_BITS = 16
"""Of a million names, 15 others share a number with one: equal numbers prove nothing."""
MOST_PAIRS = 2000
_MASK = (1 << 61) - 1


@dataclass(frozen=True, slots=True)
class SealedTerms:
    """The numbers of one matter."""

    names: tuple[int, ...]
    facts: tuple[int, ...]


def sealed_terms(told: Told, key: bytes) -> SealedTerms:
    """Return the numbers of a matter under a key that never lies in the database."""
    names = {_number(key, b"name", name_of(name)) & ((1 << NAME_BITS) - 1) for name, _ in told.subjects}
    return SealedTerms(tuple(sorted(names)), tuple(_bands(pairs(told.content)[:MOST_PAIRS], key)))


def _bands(found: list[str], key: bytes) -> Iterable[int]:
    if len(found) < ROWS:
        return
    hashes = [_number(key, b"pair", one) for one in found]
    seeds = [_number(key, b"seed", str(index)) | 1 for index in range(BANDS * ROWS)]
    least = [min((value * seed) & _MASK for value in hashes) for seed in seeds]
    for band in range(BANDS):
        rows = ",".join(map(str, least[band * ROWS : (band + 1) * ROWS]))
        yield band << BAND_BITS | _number(key, b"band", rows) & ((1 << BAND_BITS) - 1)


def _number(key: bytes, purpose: bytes, text: str) -> int:
    digest = hashlib.blake2b(text.encode(), digest_size=8, key=key[:64], person=purpose)
    return int.from_bytes(digest.digest()) & _MASK
