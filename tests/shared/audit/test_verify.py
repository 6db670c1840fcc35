"""The command, on real databases that somebody with every right has been at."""

from __future__ import annotations

import asyncio
import io
import subprocess
import sys
from pathlib import Path

import asyncpg
import pytest

from shared.audit.checkpoint import verifier_keys
from shared.audit.export import export
from shared.audit.verify import main

from deploy.verify.verify_audit import problem_with
from tests.shared.audit.conftest import ORIGIN, Log

CHANGES = {
    "a changed cell": "UPDATE audit_entries SET outcome = 'refused' WHERE seq = 17",
    "a changed instant": "UPDATE audit_entries SET at = at + interval '1 microsecond' WHERE seq = 17",
    "a changed detail": 'UPDATE audit_entries SET details = details || \'{"to": "x"}\' WHERE seq = 17',
    "an emptied cell": "UPDATE audit_entries SET rule = NULL WHERE seq = 17",
    "a removed entry": "DELETE FROM audit_entries WHERE seq = 17",
    "a cut end": "DELETE FROM audit_entries WHERE seq > 290",
    "an inserted entry": "INSERT INTO audit_entries "
    "(id, seq, at, actor_kind, actor_id, action, outcome, leaf_hash) "
    "VALUES (gen_random_uuid(), 301, now(), 'system', 'x', 'x:y', 'done', sha256('x'))",
    "an entry numbered zero": "UPDATE audit_entries SET seq = 0 WHERE seq = 300",
    "exchanged entries": "UPDATE audit_entries SET seq = seq + 1000 WHERE seq IN (17, 18); "
    "UPDATE audit_entries SET seq = 1035 - seq WHERE seq > 1000",
    "a changed leaf hash": "UPDATE audit_entries SET leaf_hash = sha256('x') WHERE seq = 17",
    "a removed checkpoint and a cut end": "DELETE FROM audit_checkpoints WHERE size = 300; "
    "DELETE FROM audit_entries WHERE seq > 290",
    "a changed note": "UPDATE audit_checkpoints SET note = replace(note, '100', '101') WHERE size = 100",
    "a changed root column": "UPDATE audit_checkpoints SET root = sha256('x') WHERE size = 100",
    "a checkpoint moved": "UPDATE audit_checkpoints SET size = 99 WHERE size = 100",
    "a checkpoint for size zero": "UPDATE audit_checkpoints SET size = 0 WHERE size = 100",
    "a changed tile": "UPDATE audit_tiles SET hashes = sha256('x') || substring(hashes from 33)",
    "a changed tile root": "UPDATE audit_tiles SET root = sha256('x')",
    "a removed tile": "DELETE FROM audit_tiles",
    "an invented tile": 'INSERT INTO audit_tiles SELECT level, "index" + 1, hashes, root FROM audit_tiles',
    "a changed state": "UPDATE audit_tree SET size = 299",
    "a removed state": "DELETE FROM audit_tree",
}

_TABLES = ("entries", "checkpoints", "tiles", "tree")
_KEEP = "CREATE SCHEMA kept; " + "".join(f"CREATE TABLE kept.{t} AS TABLE audit_{t}; " for t in _TABLES)
_PUT_BACK = (
    "".join(f"TRUNCATE audit_{t}; " for t in _TABLES)
    + "INSERT INTO audit_entries OVERRIDING SYSTEM VALUE TABLE kept.entries; "
    + "".join(f"INSERT INTO audit_{t} TABLE kept.{t}; " for t in _TABLES[1:])
    + "DROP SCHEMA kept CASCADE"
)


@pytest.fixture
def keys(log: Log, tmp_path: Path) -> Path:
    path = tmp_path / "log.keys"
    path.write_text("\n".join(key.encode() for key in verifier_keys(log.ring, ORIGIN)) + "\n")
    return path


async def _verify(*arguments: str) -> int:
    return await asyncio.to_thread(main, list(arguments))


async def test_a_whole_log_passes_and_what_waits_is_told(
    log: Log, keys: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    await log.grow(100, 200)
    await log.write(7)
    await log.seal()
    await log.write(3)

    code = await _verify("--database", log.access.app, "--public-key", str(keys))

    told = capsys.readouterr().out
    assert code == 0, told
    assert "307 entries, 2 checkpoints" in told
    assert "7 entries behind the last checkpoint, 3 not yet numbered\nWHOLE" in told


async def test_every_kind_of_change_in_the_database_is_reported(
    log: Log, keys: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    await log.grow(100, 200)
    owner = await asyncpg.connect(log.access.migrator)
    for constraint in ("details_object", "details_numbers", "sealed_whole"):
        await owner.execute(f"ALTER TABLE audit_entries DROP CONSTRAINT ck_audit_entries_{constraint}")

    for what, change in CHANGES.items():
        await owner.execute(_KEEP)
        await owner.execute(change)
        code = await _verify("--database", log.access.app, "--public-key", str(keys))
        told = capsys.readouterr().out
        assert code == 1, (what, told)
        assert told.startswith("BROKEN"), what
        await owner.execute(_PUT_BACK)
    await owner.close()

    assert await _verify("--database", log.access.app, "--public-key", str(keys)) == 0


async def test_an_export_verifies_without_a_database_by_both_verifiers(
    log: Log, keys: Path, tmp_path: Path
) -> None:
    await log.grow(100, 200)
    output = io.BytesIO()

    assert await export(log.access.app, output) == 300

    path = tmp_path / "log.jsonl"
    path.write_bytes(output.getvalue())
    assert await _verify("--export", str(path), "--public-key", str(keys)) == 0
    assert problem_with(io.BytesIO(output.getvalue()), keys.read_text().split()) is None


async def test_a_checkpoint_kept_elsewhere_shows_that_the_log_was_cut_back(
    log: Log, keys: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    await log.grow(100, 200)
    owner = await asyncpg.connect(log.access.migrator)
    kept = tmp_path / "kept"
    kept.write_text(await owner.fetchval("SELECT note FROM audit_checkpoints WHERE size = 300"))
    command = ("--database", log.access.app, "--public-key", str(keys))
    assert await _verify(*command, "--checkpoint", str(kept)) == 0
    await owner.execute("DELETE FROM audit_checkpoints WHERE size = 300; DELETE FROM audit_tiles")
    await owner.execute("DELETE FROM audit_entries WHERE seq > 100")
    await owner.execute("UPDATE audit_tree SET size = 100, frontier = substring(frontier for 96)")
    await owner.close()
    capsys.readouterr()

    assert await _verify(*command, "--checkpoint", str(kept)) == 1
    assert "truncated: the checkpoint kept elsewhere covers 300, 100 are there" in capsys.readouterr().out


async def test_the_command_runs_as_a_program(log: Log, keys: Path) -> None:
    await log.grow(5)
    command = [
        sys.executable,
        "-m",
        "shared.audit.verify",
        "--database",
        log.access.app,
        "--public-key",
        str(keys),
    ]

    done = await asyncio.to_thread(subprocess.run, command, capture_output=True, text=True, check=False)

    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.endswith("WHOLE\n")


@pytest.mark.parametrize("content", ["", "nonsense\n", "a+00000000+AAAA\n"])
async def test_what_cannot_be_read_is_neither_whole_nor_broken(
    tmp_path: Path, content: str, capsys: pytest.CaptureFixture[str]
) -> None:
    keys = tmp_path / "keys"
    keys.write_text(content)

    assert await _verify("--export", str(tmp_path / "missing"), "--public-key", str(keys)) == 2
    assert capsys.readouterr().err.startswith("cannot verify")


async def test_an_unreachable_database_is_neither_whole_nor_broken(log: Log, keys: Path) -> None:
    url = "postgresql://nobody:x@127.0.0.1:1/nothing"

    assert await _verify("--database", url, "--public-key", str(keys)) == 2
