"""The stored tree: which rows hold the hashes that a computation over the tree asks for."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Sequence
from typing import TypeVar

import sqlalchemy as sa

from shared.audit.tables import audit_entries, audit_tiles
from shared.audit.tree import HASH_BYTES, Node, root_of
from shared.db import Reader, Transaction

TILE = 256
TILE_LEVELS = 8
T = TypeVar("T")


async def compute(reader: Reader, computation: Callable[[Node], T]) -> T:
    """Run a pure computation over the tree on stored hashes.

    It runs twice: first to learn which nodes it asks for, then with their hashes, read in a few statements.
    """
    wanted: set[tuple[int, int]] = set()

    def note(level: int, index: int) -> bytes:
        wanted.add((level, index))
        return bytes(HASH_BYTES)

    computation(note)
    found = await _load(reader, wanted)
    return computation(lambda level, index: found[level, index])


async def _load(reader: Reader, wanted: set[tuple[int, int]]) -> dict[tuple[int, int], bytes]:
    by_tile: dict[tuple[int, int], list[tuple[int, int]]] = defaultdict(list)
    for level, index in wanted:
        by_tile[level // TILE_LEVELS, index >> TILE_LEVELS - level % TILE_LEVELS].append((level, index))
    found: dict[tuple[int, int], bytes] = {}
    for (tile_level, tile_index), nodes in by_tile.items():
        hashes = await tile_hashes(reader, tile_level, tile_index)
        for level, index in nodes:
            width = 1 << level % TILE_LEVELS
            start = index * width - tile_index * TILE
            found[level, index] = root_of(hashes[start : start + width])
    return found


async def tile_hashes(reader: Reader, level: int, index: int) -> list[bytes]:
    """Return the hashes of a tile: all 256 of a complete one, fewer of the one still growing."""
    stored = await reader.scalar(
        sa.select(audit_tiles.c.hashes).where(
            audit_tiles.c.level == sa.bindparam("at_level"), audit_tiles.c.index == sa.bindparam("at_index")
        ),
        at_level=level,
        at_index=index,
    )
    if stored is not None:
        return [stored[start : start + HASH_BYTES] for start in range(0, len(stored), HASH_BYTES)]
    if level == 0:
        place = audit_entries.c.seq
        statement = sa.select(audit_entries.c.leaf_hash).where(
            place > sa.bindparam("start"), place <= sa.bindparam("end")
        )
    else:
        place = audit_tiles.c.index
        statement = sa.select(audit_tiles.c.root).where(
            audit_tiles.c.level == sa.bindparam("below"),
            place >= sa.bindparam("start"),
            place < sa.bindparam("end"),
        )
    binds = {"start": index * TILE, "end": (index + 1) * TILE} | ({"below": level - 1} if level else {})
    return [row[0] for row in await reader.all(statement.order_by(place), **binds)]


async def complete_tiles(tx: Transaction, before: int, after: int, level: int = 0) -> None:
    """Add the tiles that became full when a level grew from `before` to `after` hashes, and those above."""
    first, last = before // TILE, after // TILE
    for index in range(first, last):
        hashes = await tile_hashes(tx, level, index)
        tx.add(audit_tiles, level=level, index=index, hashes=b"".join(hashes), root=_whole(hashes))
    if first < last:
        await tx.flush()
        await complete_tiles(tx, first, last, level + 1)


def _whole(hashes: Sequence[bytes]) -> bytes:
    if len(hashes) != TILE:
        raise ValueError("an incomplete tile")
    return root_of(hashes)
