"""Proofs for outsiders: that an entry is in the log, and that the log only grew."""

from __future__ import annotations

import base64
from dataclasses import dataclass
from typing import Any

import sqlalchemy as sa

from shared.audit.errors import NotInLog
from shared.audit.nodes import compute
from shared.audit.sealing import last_checkpoint
from shared.audit.tables import audit_checkpoints, audit_entries
from shared.audit.tree import consistency_proof, inclusion_proof
from shared.db import Reader


@dataclass(frozen=True, slots=True)
class InclusionProof:
    """An entry's place in the tree of the newest checkpoint; `hashes` is the audit path, from the leaf up."""

    sequence: int
    leaf_hash: bytes
    size: int
    hashes: tuple[bytes, ...]
    note: str

    def as_json(self) -> dict[str, Any]:
        """Return the wire form: hashes in base64, as in the note."""
        return {
            "sequence": self.sequence,
            "leaf_hash": base64.b64encode(self.leaf_hash).decode(),
            "size": self.size,
            "hashes": [base64.b64encode(one).decode() for one in self.hashes],
            "checkpoint": self.note,
        }


async def prove_inclusion(reader: Reader, sequence: int) -> InclusionProof:
    """Prove that the newest checkpoint covers an entry. Raises: NotInLog when none does yet."""
    last = await last_checkpoint(reader)
    if last is None or not 1 <= sequence <= last["size"]:
        raise NotInLog(f"no checkpoint covers entry {sequence}")
    leaf = await reader.scalar(sa.select(audit_entries.c.leaf_hash).where(audit_entries.c.seq == sequence))
    if leaf is None:
        raise NotInLog(f"entry {sequence} is missing")
    size: int = last["size"]
    hashes = await compute(reader, lambda node: inclusion_proof(sequence - 1, size, node))
    return InclusionProof(sequence, leaf, size, tuple(hashes), last["note"])


async def prove_consistency(reader: Reader, old: int, new: int) -> list[bytes]:
    """Prove that the log of `new` entries begins with that of `old`. Raises: NotInLog.

    Both must be sizes of checkpoints; equal sizes give an empty proof.
    """
    sizes = await reader.all(
        sa.select(audit_checkpoints.c.size).where(audit_checkpoints.c.size.in_([old, new]))
    )
    if not 0 < old <= new or {row[0] for row in sizes} != {old, new}:
        raise NotInLog(f"no checkpoints of {old} and {new} entries")
    return await compute(reader, lambda node: consistency_proof(old, new, node))
