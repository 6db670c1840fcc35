from __future__ import annotations

from itertools import islice
from pathlib import Path
from uuid import uuid4

from shared.sealing import Binding, LocalKeyRing, Sealed, Sealer
from shared.sealing.provider import WrappedHeader
from shared.sealing.rewrap import WrappedKey, is_current, rewrap
from shared.sealing.ring_file import retire, rotate


def _sealed_rows(sealer: Sealer, count: int) -> dict[Binding, Sealed]:
    places = [Binding("reports", uuid4(), "content", "city") for _ in range(count)]
    return {place: sealer.seal(place.row.bytes, aad=place) for place in places}


def test_after_rewrapping_everything_opens_without_the_old_version(
    ring: LocalKeyRing, ring_path: Path
) -> None:
    sealer = Sealer(ring)
    rows = _sealed_rows(sealer, 20)
    rotate(ring_path)

    for place, _, wrapped in rewrap(ring, [WrappedKey(p, p, s.wrapped_key) for p, s in rows.items()]):
        rows[place] = Sealed(rows[place].blob, wrapped)
    retire(ring_path, 1)
    ring.status()

    for place, sealed in rows.items():
        assert sealer.open(*sealed, aad=place) == place.row.bytes
        assert is_current(ring, sealed.wrapped_key)


def test_an_interrupted_run_continues_where_it_stopped(ring: LocalKeyRing, ring_path: Path) -> None:
    rows = _sealed_rows(Sealer(ring), 10)
    stored = {place: sealed.wrapped_key for place, sealed in rows.items()}
    rotate(ring_path)

    def run(most: int) -> int:
        changes = list(islice(rewrap(ring, [WrappedKey(p, p, w) for p, w in stored.items()]), most))
        stored.update({place: wrapped for place, _, wrapped in changes})
        return len(changes)

    assert [run(4), run(100), run(100)] == [4, 6, 0]


def test_the_first_17_bytes_tell_current_keys_from_old_ones(ring: LocalKeyRing, ring_path: Path) -> None:
    old = ring.wrap(b"k" * 32, b"", suite=1)
    rotate(ring_path)
    status = ring.status()
    prefix = WrappedHeader(1, status.ring, status.current).encode()

    assert ring.wrap(b"k" * 32, b"", suite=1)[:17] == prefix
    assert old[:17] != prefix
    assert not is_current(ring, old)
