"""Checking the stored tiles, from which proofs are served, against the leaves they must have come from."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from shared.audit.nodes import TILE
from shared.audit.tree import HASH_BYTES, root_of

Place = tuple[int, int]


class Tile(NamedTuple):
    """256 hashes of one level and the root over them."""

    hashes: bytes
    root: bytes


class TileCheck:
    """Builds the tiles again while the leaves go by."""

    def __init__(self) -> None:
        self._growing: list[list[bytes]] = [[]]
        self._full = [0]
        self._made: dict[Place, Tile] = {}

    def grow(self, leaves: Iterable[bytes]) -> None:
        """Take the next leaves."""
        for leaf in leaves:
            self._growing[0].append(leaf)
            if len(self._growing[0]) == TILE:
                self._complete(0)

    def compare(self, stored: Mapping[Place, Tile]) -> list[str]:
        """Return what is wrong with the stored tiles of the leaves taken since the last call."""
        findings = [
            _describe(place, tile, stored.get(place))
            for place, tile in self._made.items()
            if stored.get(place) != tile
        ]
        strangers = sorted(stored.keys() - self._made.keys())
        self._made.clear()
        return findings + [f"tile {level}/{index} has no business there" for level, index in strangers]

    def _complete(self, level: int) -> None:
        hashes = self._growing[level]
        root = root_of(hashes)
        self._made[level, self._full[level]] = Tile(b"".join(hashes), root)
        self._full[level] += 1
        hashes.clear()
        if level + 1 == len(self._growing):
            self._growing.append([])
            self._full.append(0)
        self._growing[level + 1].append(root)
        if len(self._growing[level + 1]) == TILE:
            self._complete(level + 1)


def _describe(place: Place, made: Tile, stored: Tile | None) -> str:
    level, index = place
    if stored is None:
        return f"tile {level}/{index} is missing"
    width = TILE**level
    for position in range(TILE):
        part = slice(position * HASH_BYTES, (position + 1) * HASH_BYTES)
        if made.hashes[part] != stored.hashes[part]:
            first = (index * TILE + position) * width + 1
            return f"tile {level}/{index}: not the hash of entries {first} to {first + width - 1}"
    return f"tile {level}/{index}: its root is wrong"
