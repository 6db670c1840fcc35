from __future__ import annotations

import json
import stat
from pathlib import Path

import pytest

from shared.sealing import KeyRingRefused, KeyUnknown, LocalKeyRing
from shared.sealing.ring_file import create, read_ring, retire, rotate, why_unsafe


def test_a_new_ring_is_readable_by_its_owner_only(ring_path: Path) -> None:
    assert stat.S_IMODE(ring_path.stat().st_mode) == 0o400
    assert [entry.name for entry in ring_path.parent.iterdir()] == ["ring.json"]


@pytest.mark.parametrize("mode", [0o600, 0o440, 0o404, 0o500, 0o777])
def test_a_wider_mode_is_refused(ring_path: Path, mode: int) -> None:
    ring_path.chmod(mode)

    with pytest.raises(KeyRingRefused, match="must be 0400"):
        LocalKeyRing(ring_path)


def test_the_owner_must_be_the_reader_or_root() -> None:
    assert why_unsafe(0o400, owner=1000, reader=1000) is None
    assert why_unsafe(0o400, owner=0, reader=1000) is None
    assert why_unsafe(0o400, owner=1001, reader=1000) == "belongs to another user"
    assert why_unsafe(0o400, owner=1000, reader=0) == "belongs to another user"


def test_creating_never_overwrites(ring_path: Path) -> None:
    before = ring_path.read_bytes()

    with pytest.raises(KeyRingRefused, match="already there"):
        create(ring_path)

    assert ring_path.read_bytes() == before


def test_rotation_keeps_every_secret_and_the_mode(ring_path: Path) -> None:
    first = read_ring(ring_path)

    second = rotate(ring_path)

    assert second.current == 2
    assert second.secrets[1] == first.secrets[1]
    assert read_ring(ring_path) == second
    assert stat.S_IMODE(ring_path.stat().st_mode) == 0o400


def test_a_half_done_change_blocks_the_next_and_harms_nothing(ring_path: Path) -> None:
    draft = ring_path.with_name(".ring.json.new")
    draft.touch()

    with pytest.raises(KeyRingRefused, match="under way"):
        rotate(ring_path)

    assert read_ring(ring_path).current == 1


def test_only_old_versions_can_be_retired(ring_path: Path) -> None:
    rotate(ring_path)

    with pytest.raises(ValueError, match="current"):
        retire(ring_path, 2)
    with pytest.raises(KeyUnknown):
        retire(ring_path, 7)
    assert list(retire(ring_path, 1).secrets) == [2]


@pytest.mark.parametrize(
    "content",
    [
        "",
        "[]",
        "{}",
        '{"format":2,"ring":"00","current":1,"keys":{}}',
        json.dumps({"format": 1, "ring": "00" * 8, "current": 1, "keys": {"1": "c2hvcnQ="}}),
        json.dumps({"format": 1, "ring": "00" * 8, "current": 2, "keys": {"1": "A" * 43 + "="}}),
    ],
)
def test_what_is_not_a_whole_key_ring_is_refused(tmp_path: Path, content: str) -> None:
    path = tmp_path / "ring.json"
    path.write_text(content)
    path.chmod(0o400)

    with pytest.raises(KeyRingRefused, match="not a key ring"):
        read_ring(path)


def test_a_missing_ring_is_refused_with_its_path(tmp_path: Path) -> None:
    with pytest.raises(KeyRingRefused, match="nowhere"):
        read_ring(tmp_path / "nowhere.json")
