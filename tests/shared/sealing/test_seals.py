from __future__ import annotations

from pathlib import Path
from uuid import uuid4

import pytest

from shared.sealing import LocalKeyRing, SealBroken, Sealer
from shared.sealing.rewrap import WrappedKey, rewrap
from shared.sealing.ring_file import rotate
from shared.sealing.seals import Seals, join, split


def test_a_column_opens_in_its_own_cell_only(ring: LocalKeyRing) -> None:
    seals, row = Seals(Sealer(ring), "city"), uuid4()

    column = seals.seal_text("同意", "history", row, "opinion")

    assert seals.open_text(column, "history", row, "opinion") == "同意"
    for table, other, group in (
        ("signatures", row, "opinion"),
        ("history", uuid4(), "opinion"),
        ("history", row, "x"),
    ):
        with pytest.raises(SealBroken):
            seals.open(column, table, other, group)
    with pytest.raises(SealBroken):
        seals.open(column, "history", row, "opinion", organisation="district-1")
    with pytest.raises(SealBroken):
        seals.open(column, "history", row, "opinion", version=2)


def test_every_cut_of_a_column_is_refused(ring: LocalKeyRing) -> None:
    seals, row = Seals(Sealer(ring), "city"), uuid4()
    column = seals.seal(b"text", "history", row, "opinion")

    for length in range(len(column)):
        with pytest.raises(SealBroken):
            seals.open(column[:length], "history", row, "opinion")
    assert split(column) == split(join(*split(column)))


def test_a_column_can_be_rewrapped_without_touching_its_blob(ring: LocalKeyRing, ring_path: Path) -> None:
    seals, row = Seals(Sealer(ring), "city"), uuid4()
    column = seals.seal(b"text", "history", row, "opinion")
    place = seals.place("history", row, "opinion")
    rotate(ring_path)

    [(_, _, wrapped)] = rewrap(ring, [WrappedKey(row, place, split(column).wrapped_key)])

    assert seals.open(join(split(column).blob, wrapped), "history", row, "opinion") == b"text"
