"""Nothing tracked tells on which machine, or from which package host, it was made."""

from __future__ import annotations

import re

import pytest

from tests.architecture.tree import ROOT, named, tracked

MACHINE = re.compile(r"(?<![\w.])/(?:work|farm|root|home/\w+|Users/\w+)/")
LOCKS = ("requirements.lock", "requirements-dev.lock", "deploy/ha/requirements.lock")
PIN = re.compile(r"^[a-z0-9][^ ]*==[^ ]+", re.MULTILINE)
BINARY = {".png", ".ico", ".woff2", ".docx", ".xlsx", ".pdf"}


def test_no_file_names_a_path_of_somebodys_machine() -> None:
    found: list[str] = []
    for path in tracked():
        if path.suffix in BINARY or path.stat().st_size > 2_000_000:
            continue
        text = path.read_text(encoding="utf-8", errors="ignore")
        found += [f"{named(path)}: {match.group()}" for match in MACHINE.finditer(text)]
    assert found == []


@pytest.mark.parametrize("lock", LOCKS)
def test_a_lock_names_hashes_and_no_address(lock: str) -> None:
    lines = (ROOT / lock).read_text().splitlines()
    assert [line for line in lines if "://" in line] == []
    pins = [line for line in lines if re.match(r"[a-z0-9]", line)]
    assert pins
    assert all("==" in line and line.endswith("\\") for line in pins)


def test_the_developers_lock_repeats_every_pin_of_the_services_lock() -> None:
    run, dev = (set(PIN.findall((ROOT / lock).read_text())) for lock in LOCKS[:2])
    assert run <= dev
