"""Look at everything an operator answers for, and say what to do about what is not well. Changes nothing."""

from __future__ import annotations

import asyncio
import shutil
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from pathlib import Path

import asyncpg

from huiying import keys
from huiying.databases import Access, access_to
from huiying.migrate import is_current
from huiying.operating.finding import Finding, odd, well, wrong
from huiying.places import RunDirectory
from shared.db.hosts import Refusal, connect

DURABLE = ("fsync", "full_page_writes", "synchronous_commit")
LEAST_FREE = 2 * 1024**3
LONGEST_UNSEALED_S = 60


def look(services: Iterable[str], place: RunDirectory) -> list[Finding]:
    """Look at disk, keys and databases; a database that does not answer is a finding, too."""
    found = [_disk(place.root)]
    for service in services:
        found += _keys(place, service)
        try:
            access = access_to(service, place)
        except KeyError:
            found.append(
                wrong(service, "没有数据库地址，也没有本地运行", "no addresses given, and no local run")
            )
            continue
        found += asyncio.run(_database(access))
    return found


def _disk(root: Path) -> Finding:
    folder = next(path for path in (root, *root.parents) if path.exists())
    free = shutil.disk_usage(folder).free
    told = f"{free / 1024**3:.1f} GB"
    if free < LEAST_FREE:
        return wrong("disk", f"磁盘仅剩 {told}", f"only {told} free: PostgreSQL stops when the disk is full")
    return well("disk", f"剩余 {told}", f"{told} free")


def _keys(place: RunDirectory, service: str) -> Iterator[Finding]:
    ring = keys.ring_of(place.keys, service)
    if not ring.exists():
        return  # kept by a secret store; `config check` looks at what the service is given
    from shared.sealing.errors import KeyRingRefused
    from shared.sealing.ring_file import read_ring

    try:
        known = read_ring(ring)
    except KeyRingRefused as error:
        yield wrong(service, "密钥环不能用", f"key ring: {error}")
    else:
        yield well(service, f"密钥环第 {known.current} 版", f"key ring, version {known.current}")


async def _database(access: Access) -> list[Finding]:
    name = access.service
    try:
        connection = await connect(access.app, timeout=5)
    except Refusal as error:
        return [wrong(name, "数据库连不上", f"database: {type(error).__name__}")]
    try:
        settings = [row for row in DURABLE if await connection.fetchval(f"SHOW {row}") == "off"]
        strong = await connection.fetchval(
            "SELECT rolsuper OR rolbypassrls FROM pg_roles WHERE rolname = current_user"
        )
        if not await is_current(access):
            return [
                wrong(name, f"结构不是最新：huiying migrate {name}", f"schema is old: huiying migrate {name}")
            ]
        standing = await _standing(connection, name)
    finally:
        await connection.close()
    found = [well(name, "数据库结构最新", "database answers, schema is the newest")]
    if settings:
        found.append(
            wrong(name, f"断电会丢数据：{'、'.join(settings)}", f"not durable: {', '.join(settings)} off")
        )
    if strong:
        found.append(
            wrong(name, "应用角色权限过大", "the application's role is superuser or bypasses row security")
        )
    return found + standing


async def _standing(connection: asyncpg.Connection, name: str) -> list[Finding]:
    now = datetime.now(UTC)  # noqa: TID251 - the operator's day, not that of a demo
    found: list[Finding] = []
    waits = await connection.fetchrow(
        "SELECT count(*), coalesce(extract(epoch FROM now() - min(at)), 0) FROM audit_entries WHERE seq IS NULL"
    )
    if waits[0] and waits[1] > LONGEST_UNSEALED_S:
        found.append(
            odd(
                name, f"{waits[0]} 条审计未封存：后台进程在运行吗", f"{waits[0]} audit entries wait: is the worker up?"
            )
        )  # fmt: skip
    last = await connection.fetchval("SELECT max(year) FROM calendar_years")
    if last is None or last < now.year + (now.month >= 11):
        found.append(
            odd(
                name,
                "日历不全：huiying calendar import",
                f"days off are known up to {last}: import the notice",
            )
        )
    return found
