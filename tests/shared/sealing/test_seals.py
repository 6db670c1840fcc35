from __future__ import annotations

from pathlib import Path
from uuid import uuid4

import pytest

from shared.sealing import LocalKeyRing, SealBroken, Sealed
from shared.sealing.rewrap import WrappedKey, rewrap
from shared.sealing.ring_file import rotate
from shared.sealing.seals import Seals, join, split


def test_a_column_opens_in_its_own_cell_only(ring: LocalKeyRing) -> None:
    seals, row = Seals(ring, organisation="city"), uuid4()

    column = seals.seal_text("同意", "history", row, "opinion")

    assert seals.open_text(column, "history", row, "opinion") == "同意"
    cells = [("signatures", row, "opinion"), ("history", uuid4(), "opinion"), ("history", row, "other")]
    for table, other, group in cells:
        with pytest.raises(SealBroken):
            seals.open(column, table, other, group)
    with pytest.raises(SealBroken):
        Seals(ring, organisation="district-1").open(column, "history", row, "opinion")
    with pytest.raises(SealBroken):
        seals.open(column, "history", row, "opinion", version=2)


def test_every_cut_of_a_column_is_refused(ring: LocalKeyRing) -> None:
    seals, row = Seals(ring), uuid4()
    column = seals.seal(b"text", "history", row, "opinion")

    for length in range(len(column)):
        with pytest.raises(SealBroken):
            seals.open(column[:length], "history", row, "opinion")


def test_a_column_can_be_rewrapped_without_touching_its_blob(ring: LocalKeyRing, ring_path: Path) -> None:
    seals, row = Seals(ring, suite=2), uuid4()
    column = seals.seal(b"text", "history", row, "opinion")
    rotate(ring_path)

    key = WrappedKey(row, seals.place("history", row, "opinion"), split(column).wrapped_key)
    [(_, _, wrapped)] = rewrap(ring, [key])

    moved = join(Sealed(split(column).blob, wrapped))
    assert moved != column
    assert seals.open(moved, "history", row, "opinion") == b"text"
