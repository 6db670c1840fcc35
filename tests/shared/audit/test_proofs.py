from __future__ import annotations

import base64
from itertools import combinations_with_replacement

import pytest
import sqlalchemy as sa

from shared.audit.checkpoint import open_checkpoint, verifier_keys
from shared.audit.errors import NotInLog
from shared.audit.proofs import prove_consistency, prove_inclusion
from shared.audit.tables import audit_checkpoints
from shared.audit.tree import verify_consistency, verify_inclusion

from tests.shared.audit.conftest import ORIGIN, Log


async def test_every_entry_under_a_checkpoint_can_be_proved(log: Log) -> None:
    await log.grow(1, 254, 2, 300, 260)
    keys = verifier_keys(log.ring, ORIGIN)

    async with log.app.reader() as reader:
        for sequence in (1, 2, 255, 256, 257, 258, 512, 513, 557, 700, 817):
            proof = await prove_inclusion(reader, sequence)
            root = open_checkpoint(proof.note, keys).root
            assert verify_inclusion(proof.leaf_hash, sequence - 1, 817, proof.hashes, root)
            assert len(proof.hashes) <= 10


async def test_any_two_checkpoints_can_be_proved_consistent(log: Log) -> None:
    await log.grow(1, 254, 2, 300, 260)

    async with log.app.reader() as reader:
        rows = await reader.all(sa.select(audit_checkpoints).order_by(audit_checkpoints.c.size))
        roots = {row["size"]: row["root"] for row in rows}
        assert list(roots) == [1, 255, 257, 557, 817]
        for (old, old_root), (new, new_root) in combinations_with_replacement(roots.items(), 2):
            proof = await prove_consistency(reader, old, new)
            assert verify_consistency(old, old_root, new, new_root, proof)


async def test_what_no_checkpoint_covers_has_no_proof(log: Log) -> None:
    async with log.app.reader() as reader:
        with pytest.raises(NotInLog):
            await prove_inclusion(reader, 1)
    await log.grow(5)
    await log.write(5)
    await log.seal()

    async with log.app.reader() as reader:
        assert (await prove_inclusion(reader, 5)).size == 5
        for sequence in (0, 6, 10):
            with pytest.raises(NotInLog):
                await prove_inclusion(reader, sequence)
        for old, new in ((0, 5), (5, 3), (3, 5), (5, 10)):
            with pytest.raises(NotInLog):
                await prove_consistency(reader, old, new)


async def test_the_wire_form_can_be_checked_by_anybody(log: Log) -> None:
    await log.grow(3)

    async with log.app.reader() as reader:
        wire = (await prove_inclusion(reader, 2)).as_json()

    root = open_checkpoint(wire["checkpoint"], verifier_keys(log.ring, ORIGIN)).root
    hashes = [base64.b64decode(one) for one in wire["hashes"]]
    assert verify_inclusion(
        base64.b64decode(wire["leaf_hash"]), wire["sequence"] - 1, wire["size"], hashes, root
    )
