"""Provision the demo's organisations, officers and calendar by file."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from huiying.places import REPOSITORY, RunDirectory
from huiying.walk.caller import Caller

FILES = ("organisations.yaml", "officers.yaml")


def make_people(base_url: str, run_dir: Path) -> None:
    """Provision by file, and wait until the services know the organisations."""
    place = RunDirectory(run_dir)
    command = [sys.executable, "-m", "identity", "provision"]
    command += [str(REPOSITORY / "deploy" / "demo" / name) for name in FILES]
    command += ["--accounts-out", str(place.accounts)]
    done = subprocess.run(command, env=_environment(place), capture_output=True, text=True, check=False)
    if done.returncode:
        raise SystemExit(f"identity provision: {done.stdout[-2000:]}{done.stderr[-2000:]}")
    caller = Caller.of_run(base_url, place.accounts, loud=False)
    caller.wait_for("the directory in intake", lambda: _regions(caller), within_s=20)


def _regions(caller: Caller) -> bool:
    return len(caller.call(None, "GET", "/intake/v1/public/options", expect=200)["regions"]) >= 10


def _environment(place: RunDirectory) -> dict[str, str]:
    lines = (place.env / "identity.env").read_text("utf-8").splitlines()
    return {**os.environ, **dict(line.split("=", 1) for line in lines if "=" in line)}
