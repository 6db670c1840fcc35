"""What the databases of a running set really hold, read with the superuser's eyes after the clients went home."""

from __future__ import annotations

import subprocess
import sys
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from uuid import UUID

import asyncpg

from huiying import keys
from huiying.proof.present import keys_in
from huiying.services import WITH_DATABASE
from shared.audit.checkpoint import verifier_keys
from shared.sealing import LocalKeyRing

from tests.support.running_set import RunningSet, wait_for_async

FOLLOWS = {
    "intake": ("identity", "casework"),
    "casework": ("identity", "intake"),
    "rectification": ("identity",),
}
NUMBERED = ("events", "audit_entries")
NUMBERS = """
SELECT count(*) AS rows, count(*) FILTER (WHERE seq IS NULL) AS waiting,
       coalesce(min(seq), 0) AS first, coalesce(max(seq), 0) AS last FROM {table}
"""


async def ask(one: RunningSet, database: str, question: str, *values: object) -> list[asyncpg.Record]:
    """Return the rows of one query."""
    connection = await asyncpg.connect(one.server.dsn(database))
    try:
        rows: list[asyncpg.Record] = await connection.fetch(question, *values)
        return rows
    finally:
        await connection.close()


async def keys_of_matters(one: RunningSet) -> dict[UUID, str]:
    """Open every sealed text; return the key each submission of a stream carries, by its matter."""
    return await keys_in(one.server.dsn("intake"), one.place.keys)


async def counts(one: RunningSet) -> dict[str, int]:
    """Return how many rows a submission makes there are, each kind of which it makes exactly one."""
    kinds = {
        "matters": "SELECT (SELECT count(*) FROM reports) + (SELECT count(*) FROM demands)",
        "contents": "SELECT count(*) FROM contents",
        "receipts": "SELECT count(*) FROM receipts",
        "receipts issued": "SELECT count(*) FROM audit_entries WHERE action = 'receipt:issue'",
        "told": "SELECT count(*) FROM events WHERE type ~ '^huiying.intake.(report|demand).received.v1$'",
        "taken in": "SELECT count(*) FROM history WHERE action = 'receive'",
    }
    return {name: (await ask(one, "intake", question))[0][0] for name, question in kinds.items()}


@dataclass(frozen=True)
class Numbers:
    """How the rows of a table are numbered: without gaps means that the last number is their count."""

    rows: int
    waiting: int
    first: int
    last: int

    @property
    def are_whole(self) -> bool:
        """Say whether every row has a number and the numbers have no gap."""
        return not self.waiting and (self.first, self.last) == (min(1, self.rows), self.rows)


async def numbers(one: RunningSet, service: str, table: str) -> Numbers:
    """Return how events or audit entries are numbered."""
    question = NUMBERS.format(table=table)
    row = (await ask(one, service, question))[0]
    return Numbers(**dict(row))


async def settled(one: RunningSet, *, within_s: float = 60.0) -> None:
    """Wait until everything is numbered, and heard by who follows it. Raises: NotInTime."""

    async def quiet() -> bool:
        last = {}
        for service in WITH_DATABASE:
            for table in NUMBERED:
                found = await numbers(one, service, table)
                if found.waiting:
                    return False
                last[service, table] = found.last
        for follower, sources in FOLLOWS.items():
            cursors = {
                row["source"]: row["after"] for row in await ask(one, follower, "SELECT * FROM feed_cursors")
            }
            if any(cursors.get(source, 0) != last[source, "events"] for source in sources):
                return False
        return True

    await wait_for_async("numbered and heard", quiet, within_s=within_s)


async def transfers(one: RunningSet) -> tuple[set[UUID], Counter[UUID]]:
    """Return the reports that were transferred, and how many clues each report feeds."""
    told = await ask(
        one,
        "intake",
        "SELECT DISTINCT subject FROM events WHERE type = 'huiying.intake.report.transferred.v1'",
    )
    fed = await ask(one, "casework", "SELECT object_id FROM clue_origins WHERE object_type = 'report'")
    return {UUID(row["subject"]) for row in told}, Counter(row["object_id"] for row in fed)


def verify_audit(one: RunningSet, service: str, folder: Path) -> str:
    """Run the audit verifier as an auditor would; return its last line. Raises: AssertionError with all of them."""
    ring = LocalKeyRing(keys.ring_of(one.place.keys, service))
    public = folder / f"{service}.pub"
    public.write_text("".join(f"{key.encode()}\n" for key in verifier_keys(ring, f"huiying/{service}")))
    command = [sys.executable, "-m", "shared.audit.verify", "--database", one.server.dsn(service)]
    done = subprocess.run(
        [*command, "--public-key", str(public)], capture_output=True, text=True, check=False, timeout=600
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout.splitlines()[0]
