"""Logs made in memory, as somebody with every right in the database could rewrite them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID

from shared.audit.canonical import canonical, canonical_entry
from shared.audit.checkpoint import Checkpoint, VerifierKey, sign_checkpoint, verifier_keys
from shared.audit.tree import Frontier, leaf_hash
from shared.audit.verifier import Entry, StoredCheckpoint, Verifier
from shared.sealing import LocalKeyRing

ORIGIN = "huiying/intake"
START = datetime(2026, 3, 2, 1, 0, tzinfo=UTC)


def row_of(number: int) -> dict[str, Any]:
    """Return a plausible entry; every value differs from row to row."""
    return {
        "id": UUID(int=number + 1, version=4),
        "at": START + timedelta(seconds=number),
        "actor_kind": ("officer", "service")[number % 2],
        "actor_id": f"officer-{number}",
        "acting": f"service-{number}",
        "session": f"{number:032x}",
        "organisation": f"city/city-office-{number}",
        "action": f"report:read-{number}",
        "object_type": f"report-{number % 7}",
        "object_id": str(UUID(int=number + 7, version=4)),
        "field_group": f"group-{number}",
        "purpose": f"初核 {number}",
        "order_number": f"〔2026〕{number}号",
        "rule": f"A{number}",
        "outcome": f"done-{number}",
        "row_hash": number.to_bytes(32),
        "request_id": f"request-{number}",
        "details": {"from": "screened", "to": "transferred", "version": number},
    }


@dataclass(frozen=True)
class StoredLog:
    """What a database holds: rows in order with leaf hashes, checkpoints by size, the sealer's state."""

    entries: list[Entry]
    signed: dict[int, StoredCheckpoint]
    size: int
    frontier: bytes
    keys: list[VerifierKey] = field(repr=False)

    def findings(self, witness: Checkpoint | None = None) -> list[str]:
        """Verify it, as the verifier does with a database."""
        verifier = Verifier(self.keys, witness)
        verifier.feed(self.entries, self.signed)
        if not verifier.stopped:
            count = verifier.tree.size
            verifier.finish(note for size, note in self.signed.items() if size > count)
            verifier.check_state(self.size, self.frontier)
        return verifier.findings

    def with_entries(self, entries: list[Entry]) -> StoredLog:
        """Return the log with other rows."""
        return replace(self, entries=entries)

    def sealed_anew(self, rows: list[bytes]) -> StoredLog:
        """Return the log with other contents: every hash made anew, only the signatures as they were."""
        tree = Frontier()
        for row in rows:
            tree.append(leaf_hash(row))
        entries = [Entry(number, row, leaf_hash(row)) for number, row in enumerate(rows, 1)]
        return replace(self, entries=entries, size=tree.size, frontier=tree.encode())

    def exported(self) -> bytes:
        """Return it as a file."""
        lines = []
        for sequence, data, _ in self.entries:
            lines.append(data)
            if sequence in self.signed:
                lines.append(canonical({"checkpoint": self.signed[sequence].note}))
        return b"".join(line + b"\n" for line in lines)


def make_log(
    ring: LocalKeyRing, size: int, every: int, row: Callable[[int], dict[str, Any]] = row_of
) -> StoredLog:
    """Return a whole log of `size` entries with a checkpoint `every` so many, the last one included."""
    tree, entries, signed = Frontier(), [], {}
    for number in range(1, size + 1):
        data = canonical_entry(row(number), number)
        entries.append(Entry(number, data, leaf_hash(data)))
        tree.append(entries[-1].stored_leaf or b"")
        if number % every == 0 or number == size:
            checkpoint = Checkpoint(ORIGIN, number, tree.root())
            signed[number] = StoredCheckpoint(sign_checkpoint(checkpoint, ring), number, tree.root())
    return StoredLog(entries, signed, size, tree.encode(), verifier_keys(ring, ORIGIN))
