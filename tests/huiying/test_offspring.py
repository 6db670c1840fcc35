"""A nursery that was killed takes its programs along, and the next order starts another one."""

from __future__ import annotations

import asyncio
import os
from pathlib import Path

import pytest

from huiying.offspring import KILLED, Nursery
from huiying.processes import command_of, kill_all, lives, tree

pytestmark = pytest.mark.running


async def test_a_killed_nursery_ends_its_programs_and_is_followed_by_another(tmp_path: Path) -> None:
    nursery, notes = Nursery(), tmp_path / "notes"
    environment = {**os.environ, "FAKE_NOTES": str(notes), "FAKE_PORT": "0"}
    first = await nursery.start("tests.support.fake_service", tmp_path / "log", environment)
    async with asyncio.timeout(20):
        while not (notes.exists() and notes.read_text()):
            await asyncio.sleep(0.02)
    grandchild = int(notes.read_text().split()[1])
    kill_all(pid for pid in tree(os.getpid()) if is_nursery_of(pid, first.pid))
    async with asyncio.timeout(20):
        assert await first.wait() == KILLED
        while lives(first.pid) or lives(grandchild):
            await asyncio.sleep(0.02)
    second = await nursery.start("tests.support.fake_service", tmp_path / "log", environment)
    assert lives(second.pid)
    kill_all(tree(second.pid))
    await nursery.close()
    async with asyncio.timeout(20):
        await second.wait()


def is_nursery_of(pid: int, child: int) -> bool:
    return "huiying.nursery" in command_of(pid) and child in tree(pid)[1:]
