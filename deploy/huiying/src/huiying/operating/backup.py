"""Back a set up: databases, then attachments, beside each other; keys apart, for either alone opens nothing.

Attachments are written before the row that names them and deleted after it is gone, so copying them after the
databases leaves no row without its file.
"""

from __future__ import annotations

import asyncio
import hashlib
import json
import os
import shutil
import subprocess
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

import asyncpg

from huiying.binaries import Binaries
from huiying.places import write_private
from huiying.services import WITH_DATABASE

BASE, WAL, OBJECTS, PUBLIC_KEYS, MANIFEST = "base", "wal", "objects", "audit-keys", "backup.json"
Progress = Callable[[str], None]
# Rows of these can never become fewer: the application may not delete them.
_LASTING = """SELECT relname FROM pg_class JOIN pg_namespace n ON n.oid = relnamespace
WHERE relkind = 'r' AND nspname = 'public' AND NOT has_table_privilege($1, pg_class.oid, 'DELETE')
AND has_table_privilege($1, pg_class.oid, 'INSERT') ORDER BY relname"""

_SIZES = (
    "max_connections", "max_worker_processes", "max_wal_senders", "max_prepared_transactions",
    "max_locks_per_transaction",
)  # fmt: skip


class BackupFailed(Exception):
    """The backup is not complete and must not be relied on; the message says why."""


@dataclass(frozen=True, slots=True)
class Source:
    """What is backed up. `admin` logs in with REPLICATION and may read every table."""

    admin: str
    objects: Mapping[str, Path]
    key_files: tuple[Path, ...]
    rings: Mapping[str, Path]
    databases: Mapping[str, str]

    def of(self, service: str) -> str:
        """Return the administrator's address of one service's database."""
        parts = urlsplit(self.admin)
        return parts._replace(path=f"/{self.databases[service]}").geturl()


def back_up(source: Source, binaries: Binaries, into: Path, keys_into: Path, tell: Progress) -> Path:
    """Write a whole backup into a new folder, and the keys into another. Returns the manifest.

    Raises: BackupFailed, FileExistsError, asyncpg.PostgresError.
    """
    if keys_into.resolve().is_relative_to(into.resolve()) or into.resolve().is_relative_to(
        keys_into.resolve()
    ):
        raise BackupFailed(
            "密钥不能与数据放在一处 · keys and data in one place: whoever finds it can read everything"
        )
    into.mkdir(parents=True, exist_ok=True, mode=0o700)
    if (into / BASE).exists():
        raise FileExistsError(into / BASE)
    tell("计数 · counting")
    counts = {service: asyncio.run(_counts(source.of(service), service)) for service in source.databases}
    tell("复制数据库 · copying the databases")
    _run([*_program(binaries, "pg_basebackup", source), "-D", str(into / BASE), *_BASE_OPTIONS], source)
    tell("复制附件 · copying attachments")
    hashes = {
        service: _copy_objects(folder, into / OBJECTS / service) for service, folder in source.objects.items()
    }
    tell("复制密钥 · copying keys, apart")
    _copy_keys(source.key_files, keys_into)
    _write_public_keys(source.rings, into / PUBLIC_KEYS)
    told = {"format": 1, "user": urlsplit(source.admin).username, "databases": dict(source.databases)}
    told["settings"] = asyncio.run(_sizes(source.admin))
    manifest = into / MANIFEST
    write_private(manifest, json.dumps({**told, "counts": counts, "objects": hashes}, indent=1))
    return manifest


_BASE_OPTIONS = ("-X", "stream", "--checkpoint=fast", "--no-password", "--manifest-checksums=SHA256")


@contextmanager
def following(source: Source, binaries: Binaries, into: Path) -> Iterator[subprocess.Popen[bytes]]:
    """Stream the server's log into a backup while the block lasts, for a restore to any moment of it.

    Begin before the backup: what came earlier can only be restored as of the backup's end.
    """
    wal = into / WAL
    wal.mkdir(parents=True, exist_ok=True, mode=0o700)
    command = [*_program(binaries, "pg_receivewal", source), "-D", str(wal), "--synchronous", "--no-password"]
    process = subprocess.Popen(command, env=_environment(source), stderr=subprocess.DEVNULL)
    try:
        yield process
    finally:
        process.terminate()
        process.wait(10)


def _program(binaries: Binaries, name: str, source: Source) -> list[str]:
    parts = urlsplit(source.admin)
    return [
        binaries.program(name), "-h", parts.hostname or "127.0.0.1", "-p", str(parts.port or 5432),
        "-U", unquote(parts.username or "postgres"),
    ]  # fmt: skip


def _environment(source: Source) -> dict[str, str]:
    """Return an environment with the password, which in an argument everybody on the machine could read."""
    return {**os.environ, "PGPASSWORD": unquote(urlsplit(source.admin).password or "")}


def _run(command: list[str], source: Source) -> None:
    done = subprocess.run(command, env=_environment(source), capture_output=True, text=True, check=False)
    if done.returncode:
        raise BackupFailed(done.stderr.strip()[-600:])


async def _counts(url: str, service: str) -> dict[str, int]:
    connection = await asyncpg.connect(url)
    try:
        tables = [row[0] for row in await connection.fetch(_LASTING, f"{service}_app")]
        return {table: await connection.fetchval(f'SELECT count(*) FROM "{table}"') for table in tables}  # noqa: S608
    finally:
        await connection.close()


async def _sizes(url: str) -> dict[str, str]:
    """Return the settings below which a server refuses to replay this one's log."""
    connection = await asyncpg.connect(url)
    try:
        return {name: await connection.fetchval(f"SHOW {name}") for name in _SIZES}
    finally:
        await connection.close()


def _copy_objects(folder: Path, into: Path) -> dict[str, str]:
    """Copy sealed contents; one that goes away meanwhile was not linked to anything."""
    hashes: dict[str, str] = {}
    for path in sorted(path for path in folder.rglob("*") if path.is_file()):
        key = path.relative_to(folder)
        target = into / key
        target.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        try:
            content = path.read_bytes()
        except FileNotFoundError:
            continue
        target.write_bytes(content)
        hashes[str(key)] = hashlib.sha256(content).hexdigest()
    return hashes


def _copy_keys(files: tuple[Path, ...], into: Path) -> None:
    into.mkdir(parents=True, exist_ok=True, mode=0o700)
    for path in files:
        if path.is_dir():
            shutil.copytree(path, into / path.name, dirs_exist_ok=False)
        elif path.exists():
            shutil.copy2(path, into / path.name)


def _write_public_keys(rings: Mapping[str, Path], into: Path) -> None:
    """Write what verifies the audit logs, which is no secret: a drill needs no key that opens anything."""
    from shared.audit.checkpoint import verifier_keys
    from shared.sealing import LocalKeyRing

    into.mkdir(exist_ok=True)
    for service, ring in rings.items():
        known = verifier_keys(LocalKeyRing(ring), f"huiying/{service}")
        (into / f"{service}.txt").write_text("".join(f"{key.encode()}\n" for key in known))


def read_manifest(backup: Path) -> dict[str, Any]:
    """Return what a backup says of itself. Raises: BackupFailed when it is not a whole one."""
    try:
        manifest: dict[str, Any] = json.loads((backup / MANIFEST).read_text())
    except (FileNotFoundError, ValueError):
        raise BackupFailed(f"不是完整的备份 · not a complete backup: {backup}") from None
    if unknown := set(manifest["databases"]) - set(WITH_DATABASE):
        raise BackupFailed(f"属于另一套系统 · of another set: {', '.join(sorted(unknown))}")
    return manifest
