"""A job as its body sees it: what it was given, in whose name it runs, and steps that happen once.

    async def import_letters(job: Job) -> None:
        rows = read(job.payload)
        async with job.step() as tx:
            for count, row in enumerate(rows, 1):
                await add(tx, job.desk, row, job.call)
                job.show(count, len(rows))
            job.finish({"created": len(rows)})

A file that comes of it is put away before the last step, `file = await job.keep("结果.xlsx", content)`, and named in
it, `job.finish({}, file)`; how large it is does not matter.

A step's effect and its note in the job's row are one transaction, and the note is only written under the lease.
A worker that was thought dead and comes back therefore changes nothing: its step ends in `LeaseLost`.

A body in several steps says with `reached` how far it came, and begins at `position` when it is run again.
"""

from __future__ import annotations

from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from shared.attachments.sealed_objects import new_key
from shared.db import Transaction
from shared.db.engine import Row
from shared.jobs import store
from shared.jobs.files import KeptFile, keep_file
from shared.process.desk import Call, Desk


class LeaseLost(Exception):
    """Somebody else has the job by now; nothing of this step stays."""


@dataclass
class Job:
    """One job being done by this worker."""

    desk: Desk
    call: Call
    id: UUID
    kind: str
    args: Mapping[str, Any]
    payload: bytes
    position: int
    lease: UUID
    done: int = 0
    total: int | None = None
    result: Mapping[str, Any] = field(default_factory=dict)
    _note: dict[str, Any] = field(default_factory=dict)
    _kept: list[str] = field(default_factory=list)

    @asynccontextmanager
    async def step(self) -> AsyncIterator[Transaction]:
        """Open a transaction in the owner's name, whose effect happens once. Raises: LeaseLost at its end."""
        self._note = {}
        async with self.desk.db.transaction(self.call.actor.scope(self.call.at)) as tx:
            yield tx
            await tx.flush()
            if not await store.save(tx, self.id, self.lease, {"done": self.done, **self._note}):
                raise LeaseLost(str(self.id))

    @property
    def is_finishing(self) -> bool:
        """Say whether the step that is under way, or was the last, ends the job."""
        return "finished_at" in self._note

    def show(self, done: int, total: int) -> None:
        """Say how far the job is; the owner sees it within a second."""
        self.done, self.total = done, total

    def reached(self, position: int) -> None:
        """Note inside a step where to go on should this worker die after it."""
        self.position = self._note["position"] = position

    def tell(self, result: Mapping[str, Any]) -> None:
        """Note inside a step what came of the job so far; its owner reads it, and who goes on begins with it."""
        self.result = self._note["result"] = dict(result)

    async def keep(self, name: str, content: bytes | AsyncIterator[bytes]) -> KeptFile:
        """Put the file that comes of the job away, sealed, while it is made; outside of a step, for it takes time.

        Raises: KeyServiceUnavailable, and whatever ends the content.
        """
        key = new_key()
        self._kept.append(key)
        return await keep_file(self.desk.seals, self.desk.keeping.objects, self.id, key, name, content)

    async def forget_files(self) -> None:
        """Remove what was put away for a job that did not end well."""
        for key in self._kept:
            await self.desk.keeping.objects.delete(key)

    def finish(self, result: Mapping[str, Any] | None = None, file: KeptFile | None = None) -> None:
        """Note inside the last step that the job is done, and what came of it."""
        at = self.desk.clock.now()
        kept: dict[str, Any] = {"result": dict(result or {}), "total": self.total}
        if file is not None:
            kept |= file.columns()
        self._note |= store.finished("done", at, **kept)


def job_of(desk: Desk, row: Row) -> Job:
    """Return the job of a row that was just claimed."""
    call = Call(
        actor=store.actor_of(row), at=desk.clock.now(), today=desk.clock.today(), language=row["language"],
        request_id=row["request_id"], route=f"job {row['kind']}", idempotency_key=None,
    )  # fmt: skip
    return Job(
        desk, call, row["id"], row["kind"], row["args"], store.payload_of(desk.seals, row), row["position"],
        row["lease"], row["done"], row["total"], row["result"] or {},
    )  # fmt: skip
