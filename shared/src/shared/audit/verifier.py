"""The verifier's checks: everything is recomputed from the entries, in one pass. Knows no database."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from shared.audit.checkpoint import Checkpoint, VerifierKey, open_checkpoint
from shared.audit.errors import CheckpointRefused
from shared.audit.tree import Frontier, leaf_hash

MOST_FINDINGS = 20


class Entry(NamedTuple):
    """An entry as it is stored: its number, its canonical bytes, and the leaf hash beside it, if any."""

    sequence: int
    data: bytes
    stored_leaf: bytes | None


class StoredCheckpoint(NamedTuple):
    """A note, and what the columns beside it say, where there are columns."""

    note: str
    size: int | None = None
    root: bytes | None = None


@dataclass
class Verifier:
    """Feed it entries in order; `findings` then says what is wrong, first thing first.

    `witness` is a checkpoint that was kept elsewhere: the log must still begin with what it covers.
    """

    keys: list[VerifierKey]
    witness: Checkpoint | None = None
    findings: list[str] = field(default_factory=list)
    tree: Frontier = field(default_factory=Frontier)
    checkpoints: int = 0
    last_signed: int = 0
    stopped: bool = False

    def report(self, finding: str, *, stop: bool = False) -> None:
        """Note something wrong, at most twenty times; `stop` when nothing behind it can be checked."""
        if len(self.findings) < MOST_FINDINGS:
            self.findings.append(finding)
        self.stopped |= stop

    def feed(self, entries: Iterable[Entry], signed: Mapping[int, StoredCheckpoint]) -> list[bytes]:
        """Check the next entries, and each checkpoint as soon as the log has its size; return the leaves.

        Stops for good at a gap.
        """
        leaves: list[bytes] = []
        tree, witness_size = self.tree, self.witness.size if self.witness else 0
        for sequence, data, stored_leaf in entries:
            if sequence != tree.size + 1:
                self._report_gap(sequence)
                break
            leaf = leaf_hash(data)
            if stored_leaf is not None and stored_leaf != leaf:
                self.report(f"entry {sequence}: its content does not have the leaf hash beside it")
                leaf = stored_leaf  # then checkpoints behind it still tell whether the tree was touched too
            tree.append(leaf)
            leaves.append(leaf)
            if sequence in signed:
                self.check_signed(signed[sequence])
            if sequence == witness_size:
                self._check_witness()
        return leaves

    def check_signed(self, stored: StoredCheckpoint) -> None:
        """Compare a checkpoint with the tree, which must have exactly its size now."""
        self.checkpoints += 1
        checkpoint = self._open(stored)
        if checkpoint is None:
            return
        size, root = checkpoint.size, checkpoint.root
        if (stored.size or size, stored.root or root) != (size, root):
            self.report(f"checkpoint {stored.size}: the columns are not what the note says")
        if size != self.tree.size:
            self.report(f"a checkpoint of {size} entries stands behind entry {self.tree.size}")
        elif root != self.tree.root():
            self.report(f"checkpoint {size}: something in entries {self.last_signed + 1} to {size} changed")
        self.last_signed = size

    def finish(self, beyond: Iterable[StoredCheckpoint] = ()) -> None:
        """Check what only the end shows: checkpoints of a log larger than what is there."""
        for stored in beyond:
            checkpoint = self._open(stored)
            if checkpoint:
                self.report(f"truncated: {checkpoint.size} entries were signed, {self.tree.size} are there")
        if self.witness and self.witness.size > self.tree.size:
            covered = self.witness.size
            self.report(
                f"truncated: the checkpoint kept elsewhere covers {covered}, {self.tree.size} are there"
            )

    def check_state(self, size: int, frontier: bytes) -> None:
        """Compare with the sealer's own memory of the tree."""
        if size != self.tree.size:
            self.report(f"the sealer has sealed {size} entries, {self.tree.size} are there")
        elif frontier != self.tree.encode():
            self.report("the sealer's memory of the tree is not what the entries give")

    def _report_gap(self, sequence: int) -> None:
        expected = self.tree.size + 1
        if sequence > expected:
            self.report(f"entry {expected} is missing", stop=True)
        else:
            self.report(f"entry {sequence} stands where entry {expected} belongs", stop=True)

    def _open(self, stored: StoredCheckpoint) -> Checkpoint | None:
        try:
            return open_checkpoint(stored.note, self.keys)
        except CheckpointRefused as error:
            place = self.tree.size if stored.size is None else stored.size
            self.report(f"checkpoint {place}: {error}")
            return None

    def _check_witness(self) -> None:
        if self.witness and self.witness.root != self.tree.root():
            self.report(
                f"the log does not begin with the {self.tree.size} entries of the checkpoint kept elsewhere"
            )
