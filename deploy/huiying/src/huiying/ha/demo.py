"""The demo: what the story says as it goes, its figures at the end, and whether all of them hold."""

from __future__ import annotations

import asyncio
import secrets
import shutil
import time
from collections.abc import Sequence
from pathlib import Path

from huiying.ha.story import Outcome, story
from huiying.ha.tools import patroni

CLIENTS = 6


def ha_demo(root: Path, losses: Sequence[str]) -> int:
    """Lose a primary under load and print what became of it; return the exit code.

    Raises: NoPatroni, NoServer, NotWhole, DidNotStart.
    """
    seed = secrets.randbelow(10**6)
    outcome = run(root, losses, seed)
    print("", f"seed {seed}", *outcome.figures(), sep="\n")
    print("✓ 全部成立 · all of it holds" if outcome.is_well else "✗ 不成立 · it does not hold")
    return 0 if outcome.is_well else 1


def run(root: Path, losses: Sequence[str], seed: int) -> Outcome:
    """Tell the story in a folder of its own, thrown away before; logs stay there."""
    command = patroni()
    folder = root / "ha"
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True, mode=0o700)
    began = time.monotonic()

    def tell(text: str) -> None:
        print(f"[{time.monotonic() - began:5.1f} s] {text}", flush=True)

    return asyncio.run(story(folder, command, losses, clients=CLIENTS, seed=seed, tell=tell))
