from __future__ import annotations

from pathlib import Path

import pytest

from shared.sealing import LocalKeyRing
from shared.sealing.ring_file import create


@pytest.fixture
def ring_path(tmp_path: Path) -> Path:
    path = tmp_path / "keys" / "ring.json"
    create(path)
    return path


@pytest.fixture
def ring(ring_path: Path) -> LocalKeyRing:
    return LocalKeyRing(ring_path)


@pytest.fixture(scope="session")
def session_ring(tmp_path_factory: pytest.TempPathFactory) -> LocalKeyRing:
    path = tmp_path_factory.mktemp("keys") / "ring.json"
    create(path)
    return LocalKeyRing(path)
