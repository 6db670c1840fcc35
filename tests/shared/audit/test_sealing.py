from __future__ import annotations

from datetime import timedelta

import asyncpg
import pytest
import sqlalchemy as sa

from shared.audit.checkpoint import open_checkpoint, verifier_keys
from shared.audit.errors import LogDiverged
from shared.audit.record import audit
from shared.audit.sealing import checkpoint, last_checkpoint, tree_state
from shared.audit.tables import audit_checkpoints, audit_entries, audit_tiles, audit_tree
from shared.auth.actor import SYSTEM, Actor
from shared.sealing.ring_file import rotate

from tests.shared.audit.conftest import ORIGIN, Log

_SET_BACK = "UPDATE audit_tree SET size = {}, frontier = substring(frontier for 32)"


async def _signed_sizes(log: Log) -> list[int]:
    async with log.app.reader() as reader:
        rows = await reader.all(sa.select(audit_checkpoints.c.size).order_by(audit_checkpoints.c.size))
    return [row["size"] for row in rows]


async def _checkpoint(log: Log) -> int | None:
    made = await checkpoint(log.sealer, log.ring, ORIGIN, log.clock.now())
    return made.size if made else None


async def _as_owner(log: Log, statement: str) -> None:
    connection = await asyncpg.connect(log.access.migrator)
    await connection.execute(statement)
    await connection.close()


async def test_sealing_in_any_batches_gives_the_same_tree(log: Log) -> None:
    await log.write(600)
    await log.seal(limit=7)

    async with log.app.reader() as reader:
        state = await tree_state(reader)
        tiles = await reader.all(sa.select(audit_tiles.c.level, audit_tiles.c.index))
    await log.sign()
    assert state.size == 600
    assert [(tile["level"], tile["index"]) for tile in tiles] == [(0, 0), (0, 1)]
    assert await _signed_sizes(log) == [600]


async def test_an_entry_that_was_not_committed_is_not_sealed(log: Log) -> None:
    async def fail() -> None:
        async with log.app.transaction() as tx:
            audit(tx, SYSTEM, log.clock.now(), action="x:y")
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        await fail()

    assert await log.seal() == 0


async def test_checkpoints_come_after_ten_seconds_or_a_thousand_entries_and_only_when_the_log_grew(
    log: Log,
) -> None:
    assert await _checkpoint(log) is None
    await log.grow(1)
    await log.write(1)
    await log.seal()

    assert await _checkpoint(log) is None
    log.clock.move(timedelta(seconds=10))
    assert await _checkpoint(log) == 2
    log.clock.move(timedelta(hours=1))
    assert await _checkpoint(log) is None
    await log.grow(1)
    await log.write(1000)
    await log.seal()
    assert await _checkpoint(log) == 1003


async def test_a_checkpoint_opens_under_the_services_key_also_after_a_rotation(log: Log) -> None:
    await log.grow(3)
    rotate(log.ring._path)
    await log.grow(4)

    async with log.app.reader() as reader:
        rows = await reader.all(sa.select(audit_checkpoints).order_by(audit_checkpoints.c.size))
    keys = verifier_keys(log.ring, ORIGIN)
    assert [open_checkpoint(row["note"], keys).size for row in rows] == [3, 7]
    assert [open_checkpoint(row["note"], keys).root for row in rows] == [row["root"] for row in rows]


@pytest.mark.parametrize(
    "change",
    [
        "UPDATE audit_entries SET leaf_hash = sha256('x') WHERE seq = 3",
        "UPDATE audit_tree SET frontier = sha256('x') || substring(frontier from 33)",
        "UPDATE audit_checkpoints SET note = replace(note, '10', '11')",
    ],
)
async def test_nothing_is_signed_that_contradicts_the_last_checkpoint(log: Log, change: str) -> None:
    await log.grow(10)
    await _as_owner(log, change)
    await log.write(2)
    await log.seal()

    with pytest.raises(LogDiverged):
        await log.sign()

    assert await _signed_sizes(log) == [10]


@pytest.mark.parametrize("size", [3, 4])
async def test_a_tree_set_back_behind_what_was_signed_is_neither_grown_nor_signed(
    log: Log, size: int
) -> None:
    await log.grow(10)
    await _as_owner(log, _SET_BACK.format(size))
    await log.write(2)

    with pytest.raises((LogDiverged, asyncpg.UniqueViolationError)):
        await log.seal()
    with pytest.raises(LogDiverged):
        await log.sign()


async def test_the_application_can_only_add_entries(log: Log) -> None:
    await log.grow(2)

    for change in (
        sa.update(audit_entries).values(outcome="x"),
        sa.update(audit_entries).values(seq=9),
        sa.delete(audit_entries),
        sa.update(audit_tree).values(size=0),
        sa.delete(audit_tiles),
        sa.update(audit_checkpoints).values(note="x"),
    ):
        with pytest.raises(asyncpg.InsufficientPrivilegeError):
            async with log.app.transaction() as tx:
                await tx.run(change)


async def test_the_sealer_can_neither_add_nor_change_nor_remove_what_was_done(log: Log) -> None:
    await log.grow(2)

    for change in (
        sa.update(audit_entries).values(outcome="x"),
        sa.delete(audit_entries),
        sa.delete(audit_checkpoints),
    ):
        with pytest.raises(asyncpg.InsufficientPrivilegeError):
            async with log.sealer.transaction() as tx:
                await tx.run(change)
    with pytest.raises(asyncpg.InsufficientPrivilegeError):
        async with log.sealer.transaction() as tx:
            audit(tx, SYSTEM, log.clock.now(), action="x:y")


@pytest.mark.parametrize("figure", [0.5, 2**53, -(2**60), {"deep": [1, {"deeper": 1.25}]}])
async def test_a_figure_without_exact_form_is_refused_before_it_could_stop_the_sealer(
    log: Log, figure: object
) -> None:
    with pytest.raises(asyncpg.CheckViolationError):
        async with log.app.transaction() as tx:
            audit(tx, SYSTEM, log.clock.now(), action="x:y", details={"figure": figure})


async def test_an_entry_names_actor_service_and_session_but_no_token(log: Log) -> None:
    actor = Actor(
        kind="officer", id="o-1", organisation="city/city-office-1", acting="casework", token_id="jti-1"
    )

    async with log.app.transaction() as tx:
        audit(tx, actor, log.clock.now(), action="report:read", object_id="r-1", purpose="初核")

    async with log.app.reader() as reader:
        row = await reader.one(sa.select(audit_entries))
    assert (row["actor_id"], row["acting"], row["organisation"]) == ("o-1", "casework", "city/city-office-1")
    assert len(row["session"]) == 32
    assert "jti" not in row["session"]
    assert (row["outcome"], row["details"], row["seq"], row["leaf_hash"]) == ("done", {}, None, None)


async def test_the_newest_checkpoint_is_found(log: Log) -> None:
    async with log.app.reader() as reader:
        assert await last_checkpoint(reader) is None
    await log.grow(1, 1)

    async with log.app.reader() as reader:
        last = await last_checkpoint(reader)
    assert last is not None
    assert last["size"] == 2
