"""The sealer's two steps: number entries and grow the tree, then sign what the tree has become."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.dialects.postgresql import ARRAY, insert

from shared.audit.canonical import canonical_entry
from shared.audit.checkpoint import Checkpoint, open_checkpoint, sign_checkpoint, verifier_keys
from shared.audit.errors import CheckpointRefused, LogDiverged
from shared.audit.nodes import complete_tiles, compute
from shared.audit.numbering import lock_numbering, unnumbered
from shared.audit.tables import audit_checkpoints, audit_entries, audit_tree
from shared.audit.tree import Frontier, consistency_proof, leaf_hash, verify_consistency
from shared.db import Database, Reader, Transaction
from shared.db.engine import Row
from shared.sealing.provider import KeyProvider

LOG = "audit"
CHECKPOINT_WITHIN = timedelta(seconds=10)
CHECKPOINT_LEAVES = 1000


@dataclass(frozen=True, slots=True)
class TreeState:
    """How far the tree has grown."""

    size: int
    root: bytes


async def seal_batch(tx: Transaction, *, limit: int = 1000) -> int:
    """Give numbers to up to `limit` committed entries and add them to the tree; return how many.

    Runs as the sealer, who alone may fill in `seq` and `leaf_hash`.
    """
    await lock_numbering(tx)
    frontier, known = await _frontier(tx)
    before = frontier.size
    rows = await unnumbered(tx, audit_entries, limit)
    if not rows:
        return 0
    leaves = [leaf_hash(canonical_entry(row, before + place)) for place, row in enumerate(rows, 1)]
    for leaf in leaves:
        frontier.append(leaf)
    await tx.run(_fill_in([row["id"] for row in rows], before, leaves))
    await complete_tiles(tx, before, frontier.size)
    await _remember(tx, frontier, known=known)
    return len(rows)


async def checkpoint(
    db: Database, provider: KeyProvider, origin: str, at: datetime, *, at_once: bool = False
) -> Checkpoint | None:
    """Sign the tree if it grew and a checkpoint is due: after ten seconds, 1,000 entries, or `at_once`.

    Raises: LogDiverged when what is stored contradicts the last checkpoint, KeyServiceUnavailable.
    """
    async with db.reader() as reader:
        state = await tree_state(reader)
        last = await last_checkpoint(reader)
        if state.size == 0 or not _is_due(state, last, at, at_once=at_once):
            return None
        await _refuse_divergence(reader, state, last, provider, origin)
    made = Checkpoint(origin, state.size, state.root)
    note = sign_checkpoint(made, provider)  # perhaps a key service: so no transaction is open here
    async with db.transaction() as tx:
        row = insert(audit_checkpoints).values(size=state.size, root=state.root, at=at, note=note)
        await tx.run(row.on_conflict_do_nothing())
    return made


async def tree_state(reader: Reader) -> TreeState:
    """Return how far the tree has grown."""
    frontier = _decode(await reader.maybe(sa.select(audit_tree).where(audit_tree.c.log == LOG)))
    return TreeState(frontier.size, frontier.root())


async def last_checkpoint(reader: Reader) -> Row | None:
    """Return the newest checkpoint's row."""
    return await reader.maybe(sa.select(audit_checkpoints).order_by(audit_checkpoints.c.size.desc()).limit(1))


async def _frontier(tx: Transaction) -> tuple[Frontier, bool]:
    row = await tx.maybe(sa.select(audit_tree).where(audit_tree.c.log == LOG).with_for_update())
    return _decode(row), row is not None


def _decode(row: Row | None) -> Frontier:
    try:
        return Frontier.decode(row["size"], row["frontier"]) if row else Frontier()
    except ValueError as error:
        raise LogDiverged(f"the tree's state is damaged: {error}") from error


async def _remember(tx: Transaction, frontier: Frontier, *, known: bool) -> None:
    values = {"size": frontier.size, "frontier": frontier.encode()}
    if known:
        await tx.run(sa.update(audit_tree).where(audit_tree.c.log == LOG).values(**values))
    else:
        tx.add(audit_tree, log=LOG, **values)


def _fill_in(ids: Sequence[UUID], before: int, leaves: Sequence[bytes]) -> sa.Update:
    numbers = list(range(before + 1, before + 1 + len(ids)))
    columns = (sa.column("id", sa.Uuid), sa.column("seq", sa.BigInteger), sa.column("leaf", sa.LargeBinary))
    arrays = sa.func.unnest(
        sa.cast(list(ids), ARRAY(sa.Uuid)),
        sa.cast(numbers, ARRAY(sa.BigInteger)),
        sa.cast(list(leaves), ARRAY(sa.LargeBinary)),
    )
    given = arrays.table_valued(*columns).render_derived(name="given")
    return (
        sa.update(audit_entries)
        .where(audit_entries.c.id == given.c.id)
        .values(seq=given.c.seq, leaf_hash=given.c.leaf)
    )


def _is_due(state: TreeState, last: Row | None, at: datetime, *, at_once: bool) -> bool:
    if last is None:
        return True
    grown: int = state.size - last["size"]
    if grown <= 0:
        return grown < 0  # smaller than what was signed: go on, and be refused
    waited: timedelta = at - last["at"]
    return at_once or grown >= CHECKPOINT_LEAVES or waited >= CHECKPOINT_WITHIN


async def _refuse_divergence(
    reader: Reader, state: TreeState, last: Row | None, provider: KeyProvider, origin: str
) -> None:
    """Never sign a tree that does not begin with the last signed one, also after a restart or a restore."""
    if last is None:
        return
    try:
        signed = open_checkpoint(last["note"], verifier_keys(provider, origin))
    except CheckpointRefused as error:
        raise LogDiverged(f"the last checkpoint does not open: {error}") from error
    if state.size < signed.size:
        raise LogDiverged(f"{state.size} entries, but {signed.size} were signed")
    proof = await compute(reader, lambda node: consistency_proof(signed.size, state.size, node))
    if not verify_consistency(signed.size, signed.root, state.size, state.root, proof):
        raise LogDiverged(f"the tree does not begin with the {signed.size} entries that were signed")
