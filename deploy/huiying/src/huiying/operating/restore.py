"""Restore a backup and check what it means, not only its bytes: rows, audit tree, attachments."""

from __future__ import annotations

import asyncio
import hashlib
import shutil
import tempfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import asyncpg

from huiying.operating.backup import OBJECTS, PUBLIC_KEYS, Progress, read_manifest
from huiying.operating.finding import Finding, well, wrong
from huiying.operating.raise_up import Raised, raised
from huiying.places import RunDirectory

_KEYS = """SELECT stored_key FROM attachments UNION ALL
SELECT original_stored_key FROM attachments WHERE original_stored_key IS NOT NULL"""


def verify(backup: Path, tell: Progress, *, until: str | None = None) -> list[Finding]:
    """Restore into a folder that is thrown away, and say what was found. Raises: BackupFailed."""
    with tempfile.TemporaryDirectory(prefix="huiying-restore-") as folder:
        return _restored(backup, Path(folder) / "data", tell, until)


def restore(backup: Path, into: RunDirectory, tell: Progress, *, until: str | None = None) -> list[Finding]:
    """Make a run directory of a backup; its keys are put beside it by whoever keeps them.

    Raises: BackupFailed, FileExistsError: what is there is never written over.
    """
    if into.postgres.exists():
        raise FileExistsError(into.postgres)
    into.make()
    into.postgres.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    found = _restored(backup, into.postgres, tell, until)
    tell("放回附件 · putting attachments back")
    shutil.copytree(backup / OBJECTS, into.root / OBJECTS, dirs_exist_ok=True)
    into.seeded.touch()
    return found


def _restored(backup: Path, data: Path, tell: Progress, until: str | None) -> list[Finding]:
    manifest = read_manifest(backup)
    tell("恢复数据库 · raising the databases")
    with raised(backup, data, manifest, until) as server:
        found = []
        for service in manifest["databases"]:
            tell(f"核对 · checking {service}")
            found += asyncio.run(_check(server, backup, service, manifest))
    return found


async def _check(server: Raised, backup: Path, service: str, manifest: Mapping[str, Any]) -> list[Finding]:
    url = server.url(manifest["databases"][service])
    connection = await asyncpg.connect(url)
    try:
        rows = {
            table: await connection.fetchval(f'SELECT count(*) FROM "{table}"')  # noqa: S608
            for table in manifest["counts"][service]
        }
        wanted = [row[0] for row in await connection.fetch(_KEYS)]
    finally:
        await connection.close()
    return [
        _counted(service, manifest["counts"][service], rows),
        await _audited(service, url, backup / PUBLIC_KEYS / f"{service}.txt"),
        _attached(service, backup / OBJECTS / service, wanted, manifest["objects"].get(service)),
    ]


def _counted(service: str, before: Mapping[str, int], rows: Mapping[str, int]) -> Finding:
    if lost := [f"{table} {rows[table]} < {count}" for table, count in before.items() if rows[table] < count]:
        return wrong(service, f"行数变少：{'、'.join(lost)}", f"rows are missing: {', '.join(lost)}")
    total = sum(rows.values())
    return well(service, f"{len(rows)} 张表 {total} 行", f"{total} rows in {len(rows)} lasting tables")


async def _audited(service: str, url: str, keys: Path) -> Finding:
    from shared.audit.sources import verify_database
    from shared.audit.verifier import Verifier
    from shared.audit.verify import read_keys

    verifier = Verifier(read_keys(keys), None)
    waiting = await verify_database(url, verifier)
    if verifier.findings:
        first = str(verifier.findings[0])
        return wrong(service, f"审计树不完整：{first}", f"the audit tree is broken: {first}")
    size = verifier.tree.size
    return well(
        service, f"审计树完整，{size} 条，{waiting} 条待封存", f"audit tree whole, {size} entries, {waiting} waiting"
    )  # fmt: skip


def _attached(service: str, folder: Path, wanted: list[str], hashes: Mapping[str, str] | None) -> Finding:
    if hashes is None:
        return well(
            service, "附件在对象存储中另行备份", "attachments are in a store that is backed up by itself"
        )
    bad = [key for key in wanted if _hash(folder / key) != hashes.get(key, "")]
    if bad:
        return wrong(
            service, f"{len(bad)} 个附件缺失或损坏", f"{len(bad)} attachments missing or broken: {bad[0]}"
        )
    return well(service, f"{len(wanted)} 个附件完好", f"{len(wanted)} attachments whole")


def _hash(path: Path) -> str | None:
    return hashlib.sha256(path.read_bytes()).hexdigest() if path.is_file() else None
