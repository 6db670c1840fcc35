"""Where the verifier reads a log from: one snapshot of a database, or an exported file."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import asyncpg
import msgspec

from shared.audit.canonical import canonical_entry
from shared.audit.nodes import TILE
from shared.audit.tile_check import Place, Tile, TileCheck
from shared.audit.verifier import Entry, StoredCheckpoint, Verifier

STEP = 4096
_BEFORE_ALL = -(2**63)  # also before any number below 1 that somebody slipped in
_ENTRIES = """SELECT id, seq, at, actor_kind, actor_id, acting, session, organisation, action, object_type,
object_id, field_group, purpose, order_number, rule, outcome, row_hash, request_id, details, leaf_hash
FROM audit_entries WHERE seq > $1 ORDER BY seq LIMIT $2"""
_CHECKPOINTS = "SELECT note, size, root FROM audit_checkpoints WHERE size > $1 AND size <= $2 ORDER BY size"
_BEYOND = "SELECT note, size, root FROM audit_checkpoints WHERE size > $1 OR size < 1 ORDER BY size"
_TILES = 'SELECT "index", hashes, root FROM audit_tiles WHERE level = $1 AND "index" >= $2 AND "index" < $3'
_STRAY_TILES = 'SELECT count(*) FROM audit_tiles WHERE ("index" + 1) * 256::numeric ^ (level + 1) > $1'
_STATE = "SELECT size, frontier FROM audit_tree WHERE log = 'audit'"


class _Line(msgspec.Struct):
    """What must be known of a line of an export: it is either an entry or a checkpoint."""

    seq: int | None = None
    checkpoint: str | None = None


_line = msgspec.json.Decoder(_Line).decode


@asynccontextmanager
async def snapshot(url: str) -> AsyncIterator[asyncpg.Connection]:
    """Open one unchanging view of a database. Raises: OSError, asyncpg.PostgresError."""
    connection = await asyncpg.connect(url)
    try:
        await connection.set_type_codec(
            "jsonb", schema="pg_catalog", encoder=str, decoder=msgspec.json.Decoder().decode
        )
        async with connection.transaction(isolation="repeatable_read", readonly=True):
            yield connection
    finally:
        await connection.close()


async def read_chunks(
    connection: asyncpg.Connection,
) -> AsyncIterator[tuple[list[Entry], dict[int, StoredCheckpoint]]]:
    """Yield the log in order: some entries, and the checkpoints that belong between them.

    After a gap the chunks are of no use: stop reading.
    """
    start, last = 0, _BEFORE_ALL
    while rows := await connection.fetch(_ENTRIES, last, STEP):
        entries = [Entry(row["seq"], canonical_entry(row, row["seq"]), row["leaf_hash"]) for row in rows]
        notes = await connection.fetch(_CHECKPOINTS, start, start + len(rows))
        yield entries, {row["size"]: StoredCheckpoint(*row) for row in notes}
        start, last = start + len(rows), rows[-1]["seq"]


async def verify_database(url: str, verifier: Verifier) -> int:
    """Check everything in a database; return how many committed entries still wait for their number."""
    async with snapshot(url) as connection:
        tiles = TileCheck()
        async for entries, signed in read_chunks(connection):
            before = verifier.tree.size
            tiles.grow(verifier.feed(entries, signed))
            for finding in tiles.compare(await _stored_tiles(connection, before, verifier.tree.size)):
                verifier.report(finding)
            if verifier.stopped:
                break
        else:
            await _check_ends(connection, verifier)
        waiting: int = await connection.fetchval("SELECT count(*) FROM audit_entries WHERE seq IS NULL")
        return waiting


def verify_export(path: Path, verifier: Verifier) -> None:
    """Check an exported file. Raises: OSError."""
    entries: list[Entry] = []
    with path.open("rb") as file:
        for number, raw in enumerate(file, 1):
            try:
                line = _line(raw)
            except (msgspec.DecodeError, UnicodeDecodeError):
                verifier.feed(entries, {})
                verifier.report(f"line {number} is not JSON of this format", stop=True)
                return
            if line.checkpoint is None:
                entries.append(Entry(line.seq or 0, raw.removesuffix(b"\n"), None))
            if line.checkpoint is not None or len(entries) == STEP:
                verifier.feed(entries, {})
                entries.clear()
            if verifier.stopped:
                return
            if line.checkpoint is not None:
                verifier.check_signed(StoredCheckpoint(line.checkpoint))
    verifier.feed(entries, {})
    if not verifier.stopped:
        verifier.finish()


async def _stored_tiles(connection: asyncpg.Connection, start: int, end: int) -> dict[Place, Tile]:
    found: dict[Place, Tile] = {}
    level = 0
    while end >= TILE:
        start, end = start // TILE, end // TILE
        for row in await connection.fetch(_TILES, level, start, end):
            found[level, row["index"]] = Tile(row["hashes"], row["root"])
        level += 1
    return found


async def _check_ends(connection: asyncpg.Connection, verifier: Verifier) -> None:
    verifier.finish([StoredCheckpoint(*row) for row in await connection.fetch(_BEYOND, verifier.tree.size)])
    state = await connection.fetchrow(_STATE)
    verifier.check_state(*(state or (0, b"")))
    if strays := await connection.fetchval(_STRAY_TILES, verifier.tree.size):
        verifier.report(f"{strays} tiles reach beyond the last entry")
