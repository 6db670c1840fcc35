"""The verifier for auditors, as they run it: a file of its own, without anything of ours."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from huiying.places import REPOSITORY
from shared.sealing import LocalKeyRing
from shared.sealing.ring_file import create

from deploy.verify import verify_audit
from tests.shared.audit.logs import make_log

PROGRAM = REPOSITORY / "deploy" / "verify" / "verify_audit.py"


@pytest.fixture(scope="module")
def exported(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """An export with four checkpoints, and the file of keys."""
    folder = tmp_path_factory.mktemp("audit")
    create(folder / "ring.json")
    ring = LocalKeyRing(folder / "ring.json")
    log = make_log(ring, 200, 50)
    (folder / "export.jsonl").write_bytes(log.exported())
    keys = folder / "keys.pub"
    keys.write_text("".join(f"{key.encode()}\n" for key in log.keys))
    return folder / "export.jsonl", keys


def run(*arguments: object) -> subprocess.CompletedProcess[str]:
    """Run it as a program that cannot import anything of ours."""
    command = [sys.executable, "-I", str(PROGRAM), *map(str, arguments)]
    return subprocess.run(command, capture_output=True, text=True, check=False)


def test_it_imports_nothing_of_ours() -> None:
    text = PROGRAM.read_text("utf-8")
    assert not any(
        f"{verb} {name}" in text for verb in ("import", "from") for name in ("shared", "huiying", "tests")
    )


def test_a_whole_log_is_said_to_be_whole(exported: tuple[Path, Path]) -> None:
    done = run(*exported)
    assert done.returncode == verify_audit.WHOLE, done.stdout + done.stderr
    assert "200 entries" in done.stdout


def test_a_changed_log_is_said_to_be_broken(exported: tuple[Path, Path], tmp_path: Path) -> None:
    export, keys = exported
    lines = export.read_bytes().splitlines(keepends=True)
    changes = {
        "changed": [*lines[:9], lines[9].replace(b'"done-', b'"dine-'), *lines[10:]],
        "left out": lines[:9] + lines[10:],
        "swapped": [*lines[:9], lines[10], lines[9], *lines[11:]],
        "no checkpoint": [line for line in lines if b"checkpoint" not in line],
    }
    for name, changed in changes.items():
        assert changed != lines, name
        (tmp_path / "export.jsonl").write_bytes(b"".join(changed))
        assert run(tmp_path / "export.jsonl", keys).returncode == verify_audit.BROKEN, name


def test_what_cannot_be_read_is_neither(exported: tuple[Path, Path], tmp_path: Path) -> None:
    assert run(tmp_path / "missing", exported[1]).returncode == verify_audit.UNREADABLE
    assert run(exported[0]).returncode == verify_audit.UNREADABLE
