"""The drill: a set is backed up while it works, lost, and restored to a moment, with nothing missing."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator, Iterator
from dataclasses import dataclass
from pathlib import Path
from uuid import uuid4

import asyncpg
import pytest
import pytest_asyncio

from huiying.binaries import find
from huiying.databases import Access, provision
from huiying.migrate import upgrade
from huiying.operating.backup import BackupFailed, Source, back_up, following
from huiying.operating.finding import Finding
from huiying.operating.restore import restore, verify
from huiying.places import RunDirectory
from huiying.postgres import SUPERUSER, Server
from huiying.services import free_port
from intake.app import SPEC
from intake.settings import Settings
from shared.clock import FakeClock

from tests.intake.test_a_demand_is_answered import DEMAND
from tests.intake.test_attachments import photo, upload
from tests.support.house import House, open_house

pytestmark = [pytest.mark.running, pytest.mark.database]
BINARIES = find(None)


def quiet(text: str) -> None:
    """Tell nobody."""


@dataclass
class Stage:
    """A working intake on a server that may be lost."""

    house: House
    server: Server
    source: Source
    folder: Path

    async def submit(self) -> None:
        attachment = await upload(self.house, photo())
        answer = await self.house.public("submissions", {**DEMAND, "attachments": [attachment["id"]]})
        assert answer.status_code == 201, answer.text
        await self.house.seal()

    async def ask(self, question: str) -> object:
        connection = await asyncpg.connect(self.source.of("intake"))
        try:
            return await connection.fetchval(question)
        finally:
            await connection.close()

    def back_up(self) -> Path:
        into = self.folder / "backup"
        back_up(self.source, BINARIES, into, self.folder / "keys", quiet)
        return into


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    server = Server(tmp_path_factory.mktemp("lost") / "data", free_port(), durable=False)
    server.start()
    yield server
    server.drop()


@pytest.fixture(scope="module")
def access(server: Server) -> Access:
    made = asyncio.run(provision(server, server.data.parent / "passwords.json", ["intake"]))["intake"]
    upgrade(made)
    return made


@pytest_asyncio.fixture
async def stage(server: Server, access: Access, tmp_path: Path, clock: FakeClock) -> AsyncIterator[Stage]:
    name = f"intake_{uuid4().hex[:8]}"
    connection = await asyncpg.connect(server.dsn())
    await connection.execute(f"CREATE DATABASE {name} TEMPLATE intake OWNER intake_migrator")
    await connection.close()
    own = Access(
        "intake", *(url.removesuffix("intake") + name for url in (access.migrator, access.app, access.sealer))
    )
    async with open_house(SPEC, Settings, own, tmp_path, clock) as house:
        source = Source(
            admin=server.dsn(), objects={"intake": tmp_path / "objects"}, rings={"intake": tmp_path / "ring.json"},
            key_files=(tmp_path / "ring.json",), databases={"intake": name},
        )  # fmt: skip
        yield Stage(house, server, source, tmp_path)


def grades(findings: list[Finding]) -> list[str]:
    return [one.grade for one in findings]


async def test_a_backup_comes_back_to_the_moment_before_the_mistake(stage: Stage) -> None:
    into = stage.folder / "backup"
    with following(stage.source, BINARIES, into):
        await stage.submit()
        await asyncio.to_thread(stage.back_up)
        await stage.submit()
        moment = await stage.ask("SELECT clock_timestamp()::text")
        await asyncio.sleep(0.01)
        await stage.ask("DELETE FROM demands")
        assert await stage.ask("SELECT count(*) FROM demands") == 0
        await stage.ask("SELECT pg_switch_wal()::text")
        await asyncio.to_thread(lambda: _until_kept(into, 2))
    place = RunDirectory(stage.folder / "run")

    found = await asyncio.to_thread(restore, into, place, quiet, until=str(moment))

    assert grades(found[:2]) == ["ok", "ok"], found
    restored = Server(place.postgres, free_port(), durable=False)
    restored.password_file.write_text(stage.server.password_file.read_text())
    try:
        restored.start()
        connection = await asyncpg.connect(restored.dsn(stage.source.databases["intake"]))
        assert await connection.fetchval("SELECT count(*) FROM demands") == 2
        await connection.close()
    finally:
        restored.stop()


async def test_a_drill_needs_no_keys_which_lie_apart_and_finds_what_is_missing(stage: Stage) -> None:
    await stage.submit()
    into = await asyncio.to_thread(stage.back_up)

    found = await asyncio.to_thread(verify, into, quiet)

    assert grades(found) == ["ok", "ok", "ok"], found
    secret = json.loads((stage.folder / "ring.json").read_text())["keys"]["1"].encode()
    assert secret in (stage.folder / "keys" / "ring.json").read_bytes()
    assert not [path for path in into.rglob("*") if path.is_file() and secret in path.read_bytes()]
    assert SUPERUSER in (into / "backup.json").read_text()

    _spoil(into)
    counted, _, attached = await asyncio.to_thread(verify, into, quiet)

    assert (counted.grade, attached.grade) == ("wrong", "wrong")
    assert "audit_entries" in counted.en


def _spoil(into: Path) -> None:
    """Let a row and a byte be missing."""
    manifest = json.loads((into / "backup.json").read_text())
    manifest["counts"]["intake"]["audit_entries"] += 1
    (into / "backup.json").write_text(json.dumps(manifest))
    victim = next(path for path in (into / "objects" / "intake").rglob("*") if path.is_file())
    victim.write_bytes(victim.read_bytes()[:-1] + b"?")


async def test_keys_are_not_put_beside_what_they_open(stage: Stage) -> None:
    into = stage.folder / "backup"

    with pytest.raises(BackupFailed, match="in one place"):
        back_up(stage.source, BINARIES, into, into / "keys", quiet)


def _until_kept(into: Path, segments: int) -> None:
    """Wait until the log of the mistake has arrived, for up to ten seconds."""
    import time

    end = time.monotonic() + 10
    while len([path for path in (into / "wal").iterdir() if path.suffix != ".partial"]) < segments:
        assert time.monotonic() < end, list((into / "wal").iterdir())
        time.sleep(0.05)
