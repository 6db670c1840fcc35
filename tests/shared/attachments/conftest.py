"""A database that has attachments, keys, an object store, and what taking in needs."""

from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import dataclass
from pathlib import Path

import pytest
import pytest_asyncio

from shared.attachments.objects import open_store
from shared.attachments.scanner import NoScanner, Verdict
from shared.attachments.take_in import Keeping
from shared.db import Database
from shared.sealing import LocalKeyRing
from shared.sealing.ring_file import create
from shared.sealing.seals import Seals

from tests.conftest import MakeAccess


@dataclass
class Scanning:
    """A scanner that says what a test tells it to."""

    verdict: Verdict | Exception

    async def scan(self, content: bytes) -> Verdict:
        """Say it."""
        if isinstance(self.verdict, Exception):
            raise self.verdict
        return self.verdict


@pytest.fixture
def keeping(tmp_path: Path) -> Keeping:
    create(tmp_path / "ring.json")
    seals = Seals(LocalKeyRing(tmp_path / "ring.json"), organisation="intake")
    return Keeping(seals, open_store(str(tmp_path / "objects")), NoScanner())


@pytest_asyncio.fixture
async def files_db(make_access: MakeAccess) -> AsyncIterator[Database]:
    access = await make_access("intake")
    database = await Database.connect(access.app, pool_size=3)
    yield database
    await database.close()


@pytest.fixture
def stored_files(tmp_path: Path) -> Path:
    return tmp_path / "objects"
