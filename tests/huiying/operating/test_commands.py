"""The operator's commands: exit codes and what is printed, for people and for programs."""

from __future__ import annotations

import asyncio
import json
import stat
from pathlib import Path
from uuid import UUID

import pytest
from typer.testing import CliRunner

from huiying.cli import app
from huiying.databases import Access
from huiying.keys import prepare_keys, ring_of
from huiying.places import REPOSITORY
from shared.sealing.ring_file import read_ring

from tests.conftest import MakeAccess

RUNNER = CliRunner()


def told_of(access: Access, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Let the commands work on a database and a run directory of the test."""
    monkeypatch.setenv("HUIYING_RUN_DIR", str(tmp_path))
    for name, value in access.variables().items():
        monkeypatch.setenv(name, value)


def test_health_of_a_set_that_does_not_run_is_wrong(unused_tcp_host: str) -> None:
    done = RUNNER.invoke(app, ["health", "--host", unused_tcp_host, "--json"])

    found = json.loads(done.stdout)
    assert done.exit_code == 1
    assert {one["grade"] for one in found} == {"wrong"}


def test_a_ring_gets_a_version_and_stays_closed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HUIYING_RUN_DIR", str(tmp_path))
    prepare_keys(tmp_path / "keys")
    ring = ring_of(tmp_path / "keys", "intake")

    done = RUNNER.invoke(app, ["keys", "rotate", "intake"])

    assert done.exit_code == 0, done.output
    assert read_ring(ring).current == 2
    assert set(read_ring(ring).secrets) == {1, 2}
    assert stat.S_IMODE(ring.stat().st_mode) == 0o400


def test_a_ring_that_is_not_there_is_no_traceback(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HUIYING_RUN_DIR", str(tmp_path))

    done = RUNNER.invoke(app, ["keys", "rotate", "intake"])

    assert done.exit_code == 1
    assert "Traceback" not in done.output


def test_a_plan_of_people_lists_and_makes_nothing() -> None:
    files = [str(REPOSITORY / "deploy/demo" / name) for name in ("organisations.yaml", "officers.yaml")]

    done = RUNNER.invoke(app, ["provision", "apply", "--plan", *files])

    assert done.exit_code == 0, done.output
    assert "organisations.yaml: " in done.output


def test_a_file_of_people_with_a_wrong_role_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "people.yaml"
    path.write_text("officers: [{login: a.b, name: 甲, organisation: city, roles: [emperor]}]")

    done = RUNNER.invoke(app, ["provision", "apply", "--plan", str(path)])

    assert done.exit_code == 1
    assert "emperor" in done.output


def test_a_restore_needs_to_know_whether_it_is_a_drill(tmp_path: Path) -> None:
    assert RUNNER.invoke(app, ["restore", str(tmp_path)]).exit_code == 2
    done = RUNNER.invoke(app, ["restore", str(tmp_path), "--verify"])
    assert done.exit_code == 1
    assert "not a complete backup" in done.output


async def test_a_doctor_finds_databases_that_are_not_durable(
    make_access: MakeAccess, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    import asyncio

    told_of(await make_access("intake"), monkeypatch, tmp_path)

    done = await asyncio.to_thread(RUNNER.invoke, app, ["doctor", "intake", "--json"])

    found = json.loads(done.stdout)
    assert done.exit_code == 1
    wrong = [one["en"] for one in found if one["grade"] == "wrong"]
    assert wrong == ["not durable: fsync, full_page_writes, synchronous_commit off"]


async def test_a_plan_of_migrations_lists_what_is_missing(
    make_access: MakeAccess, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    import asyncio

    import asyncpg

    access = await make_access("intake")
    told_of(access, monkeypatch, tmp_path)
    current = await asyncio.to_thread(RUNNER.invoke, app, ["migrate", "--plan", "intake"])
    connection = await asyncpg.connect(access.migrator)
    await connection.execute("UPDATE alembic_version SET version_num = '0001'")
    await connection.close()
    behind = await asyncio.to_thread(RUNNER.invoke, app, ["migrate", "--plan", "intake"])

    assert "nothing to do" in current.output
    assert "would run intake/0002" in behind.output
    assert "would run shared" not in behind.output


@pytest.fixture
def unused_tcp_host() -> str:
    """An address of this machine where nobody listens."""
    return "127.0.0.9"


@pytest.mark.parametrize(
    "words",
    [
        "config check warehouse", "config check --env-file /none", "migrate warehouse", "migrate --plan gateway",
        "doctor warehouse", "keys rotate warehouse", "audit verify warehouse", "audit verify --checkpoint /none",
        "calendar import /none --login somebody --year 2027", "provision apply --plan /none.yaml",
    ],
)  # fmt: skip
def test_what_is_not_there_is_said_before_anything_is_done(words: str) -> None:
    done = RUNNER.invoke(app, words.split())
    assert done.exit_code == 2
    assert "没有这个" in done.output
    assert "Traceback" not in done.output


async def test_scores_are_made_again_where_there_is_none_too(
    make_access: MakeAccess, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    told_of(await make_access("rectification"), monkeypatch, tmp_path)

    done = await asyncio.to_thread(RUNNER.invoke, app, ["evaluations", "verify"])
    unknown = await asyncio.to_thread(RUNNER.invoke, app, ["evaluations", "verify", str(UUID(int=1))])
    wrong = await asyncio.to_thread(RUNNER.invoke, app, ["evaluations", "verify", "x"])

    assert (done.exit_code, json.loads(done.stdout)) == (0, {"checked": 0, "agree": 0, "differing": []})
    assert (unknown.exit_code, json.loads(unknown.stdout)["differences"]) == (1, ["not_found"])
    assert wrong.exit_code == 2
