"""What two clues may have in common, as keyed numbers: a person, a person at a unit, a unit, the facts told.

Numbers stand for words, so that clues can be compared without opening what is sealed. Facts are compared by a
sketch: of all pairs of neighbouring characters the smallest of eight different orders. Texts that share half of
their pairs share about half of their sketch, however long they are.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import StrEnum, auto
from itertools import pairwise
from typing import NamedTuple
from uuid import UUID

Keyed = Callable[[str], int]
"""A keyed hash of a word: nobody without the key can tell the word, or try words."""

SKETCH = 8
ALIKE = 4
"""So many of the eight must be the same before facts count as alike."""
FEWEST_PAIRS = 12
"""Shorter facts say too little to be compared."""
_NOISE = re.compile(r"[\W_]+")
_MASK = (1 << 64) - 1


class Same(StrEnum):
    """What two clues have in common, the weightiest first."""

    PERSON_AT_UNIT = auto()
    PERSON = auto()
    FACTS = auto()
    UNIT = auto()


PERSONAL = frozenset({Same.PERSON, Same.PERSON_AT_UNIT})
_WEIGHTS = {Same.PERSON_AT_UNIT: 8, Same.PERSON: 4, Same.FACTS: 2, Same.UNIT: 1}


class Term(NamedTuple):
    """One number, and what it stands for."""

    kind: Same
    value: int


@dataclass(frozen=True, slots=True)
class Overlap:
    """Another clue, and what it has in common with one. `likeness` of the facts is in percent, 0 when not alike."""

    clue_id: UUID
    same: tuple[Same, ...]
    likeness: int = 0

    @property
    def weight(self) -> int:
        """Say how much this suggests one matter, to sort by."""
        return sum(_WEIGHTS[one] for one in self.same)


def folded(words: str) -> str:
    """Return a name as it is compared: full-width forms, letter case, spaces and punctuation do not matter."""
    return _NOISE.sub("", unicodedata.normalize("NFKC", words)).lower()


def terms_of(
    keyed: Keyed, *, subjects: Iterable[tuple[str, str]] = (), units: Iterable[str] = (), facts: str = ""
) -> frozenset[Term]:
    """Return what can be compared of a clue: subjects as name and unit, codes of units, what is told."""
    found: set[Term] = set()
    for name, unit in subjects:
        found |= _person(keyed, folded(name), folded(unit))
    found |= {Term(Same.UNIT, keyed(f"unit\0{folded(one)}")) for one in units if folded(one)}
    return frozenset(found | _sketch(keyed, folded(facts)))


def _person(keyed: Keyed, name: str, unit: str) -> set[Term]:
    found = {Term(Same.PERSON, keyed(f"person\0{name}"))} if name else set()
    if unit:
        found.add(Term(Same.UNIT, keyed(f"unit\0{unit}")))
    if name and unit:
        found.add(Term(Same.PERSON_AT_UNIT, keyed(f"person\0{name}\0{unit}")))
    return found


def _sketch(keyed: Keyed, text: str) -> set[Term]:
    pairs = {first + second for first, second in pairwise(text)}
    if len(pairs) < FEWEST_PAIRS:
        return set()
    key = (keyed("facts") & _MASK).to_bytes(8)
    hashed = [
        int.from_bytes(hashlib.blake2b(pair.encode(), digest_size=8, key=key).digest()) for pair in pairs
    ]
    smallest = [min((one * multiplier & _MASK) for one in hashed) for multiplier in _MULTIPLIERS]
    return {Term(Same.FACTS, keyed(f"facts\0{place}\0{least}")) for place, least in enumerate(smallest)}


_MULTIPLIERS = [int.from_bytes(hashlib.sha256(f"order {n}".encode()).digest()[:8]) | 1 for n in range(SKETCH)]


def overlaps_in(found: Iterable[tuple[UUID, str, int]]) -> list[Overlap]:
    """Return what was found as (clue, kind, how many terms), by clue, the weightiest first."""
    counts: dict[UUID, dict[Same, int]] = {}
    for clue_id, kind, count in found:
        counts.setdefault(clue_id, {})[Same(kind)] = count
    weighed = [_overlap(clue_id, kinds) for clue_id, kinds in counts.items()]
    return sorted((one for one in weighed if one.same), key=lambda one: (-one.weight, str(one.clue_id)))


def _overlap(clue_id: UUID, kinds: dict[Same, int]) -> Overlap:
    alike = kinds.get(Same.FACTS, 0)
    same = tuple(one for one in Same if one in kinds and (one is not Same.FACTS or alike >= ALIKE))
    return Overlap(clue_id, same, 100 * alike // SKETCH if alike >= ALIKE else 0)
