"""Bring databases to the newest schema: the mechanisms' chain first, then the service's own."""

from __future__ import annotations

import asyncio
import re
import subprocess
import sys
import tempfile
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import asyncpg

from huiying.databases import Access, provision
from huiying.places import REPOSITORY
from huiying.postgres import Server
from huiying.services import WITH_DATABASE, free_port
from shared.db.hosts import connect

MIGRATIONS = REPOSITORY / "migrations"
VERSION_TABLES = {"shared": "alembic_version_shared", "own": "alembic_version"}
_REVISION = re.compile(r"^(revision|down_revision)\b[^=\n]*=\s*(?:[\"'](\w+)[\"']|None)", re.MULTILINE)


class BrokenChain(Exception):
    """A folder of migrations is no single line."""


def revisions(chain: str, root: Path = MIGRATIONS) -> dict[str, str]:
    """Return each revision of a chain and the one it follows, read from the files without alembic.

    Raises: BrokenChain where two files have one number, as when both were the next one where they were written.
    """
    found: dict[str, str] = {}
    for path in sorted((root / chain).glob("[0-9]*.py")):
        one = dict(_REVISION.findall(path.read_text(encoding="utf-8")))
        if one["revision"] in found:
            raise BrokenChain(f"migrations/{chain} has two files of revision {one['revision']}")
        found[one["revision"]] = one.get("down_revision", "")
    return found


def heads(chain: str) -> list[str]:
    """Return the revisions of a chain that no other follows."""
    known = revisions(chain)
    return sorted(known.keys() - set(known.values()))


def head(chain: str) -> str | None:
    """Return the newest revision of a chain, None when it is empty. Raises: BrokenChain."""
    found = heads(chain)
    if len(found) > 1:
        raise BrokenChain(f"migrations/{chain} has {len(found)} newest revisions: {', '.join(found)}")
    return found[0] if found else None


async def is_current(access: Access) -> bool:
    """Say whether both chains are at their newest revision, or beyond; this is all a warm start does."""
    return not await _behind(access)


async def _behind(access: Access) -> list[str]:
    """Return the chains whose newest revision the database has not reached.

    A revision we do not know was made by a later release. Migrations only add, so we run on it as it is.
    """
    connection = await connect(access.migrator)
    try:
        found = []
        for chain, table in (("shared", VERSION_TABLES["shared"]), (access.service, VERSION_TABLES["own"])):
            at = await _version(connection, table)
            if at != head(chain) and (at is None or at in revisions(chain)):
                found.append(chain)
    finally:
        await connection.close()
    return found


async def _version(connection: asyncpg.Connection, table: str) -> str | None:
    try:
        version: str | None = await connection.fetchval(f"SELECT version_num FROM {table}")  # noqa: S608
    except asyncpg.UndefinedTableError:
        return None
    return version


def upgrade(access: Access) -> None:
    """Run both chains of one service's database up to their newest revision; a later one is left as it is."""
    from alembic import command

    behind = asyncio.run(_behind(access))
    for chain, section in (("shared", f"shared.{access.service}"), (access.service, access.service)):
        if chain in behind:
            command.upgrade(configuration(section, access, only_upgrades=True), "head")


def bring_up(accesses: Iterable[Access]) -> list[str]:
    """Upgrade every database that needs it; return the names of those that did."""

    async def stale() -> list[Access]:
        listed = list(accesses)
        current = await asyncio.gather(*(is_current(access) for access in listed))
        return [access for access, done in zip(listed, current, strict=True) if not done]

    behind = asyncio.run(stale())
    for access in behind:
        upgrade(access)
    return [access.service for access in behind]


def configuration(section: str, access: Access, **attributes: Any) -> Any:
    """Return alembic's configuration for one chain in one database."""
    from alembic.config import Config

    config = Config(str(MIGRATIONS / "alembic.ini"), ini_section=section)
    config.attributes.update(access=access, **attributes)
    return config


def check_chains() -> list[str]:
    """Return what is wrong with the folders of migrations; nothing when each has one newest revision."""
    wrong: list[str] = []
    for chain in ("shared", *WITH_DATABASE):
        try:
            head(chain)
        except BrokenChain as error:
            wrong.append(str(error))
    return wrong


def write_revision(chain: str, why: str) -> None:
    """Write a migration that makes the newest schema equal to what the tables in the code say.

    The comparison runs on a throwaway server, so neither the local run nor anything else is touched.
    """
    from alembic import command

    service = WITH_DATABASE[0] if chain == "shared" else chain
    with tempfile.TemporaryDirectory(prefix="huiying-revision-") as folder:
        server = Server(Path(folder) / "data", free_port(), durable=False)
        server.start(bound=True)
        try:
            access = asyncio.run(provision(server, Path(folder) / "passwords.json", [service]))[service]
            upgrade(access)
            section = f"shared.{service}" if chain == "shared" else service
            config = configuration(section, access)
            number = _next_revision(chain)
            command.revision(config, why, autogenerate=True, rev_id=number)
            path = next((MIGRATIONS / chain).glob(f"{number}_*.py"))
            for tidy in (("check", "--fix", "--quiet"), ("format", "--quiet")):
                subprocess.run([sys.executable, "-m", "ruff", *tidy, path], check=False)
        finally:
            server.stop()


def _next_revision(chain: str) -> str:
    numbers = [int(path.name[:4]) for path in (MIGRATIONS / chain).glob("[0-9]*.py")]
    return f"{max(numbers, default=0) + 1:04d}"
