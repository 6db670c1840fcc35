from __future__ import annotations

from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shared.sealing import Binding

ROW = UUID("7a1d3c1e-9f6f-4b1e-8d2a-0d5f1c2b3a4e")

bindings = st.builds(
    Binding,
    table=st.text(max_size=8),
    row=st.uuids(),
    group=st.text(max_size=8),
    organisation=st.text(max_size=8),
    version=st.integers(1, 2**40),
)


@given(bindings, st.integers(1, 2), bindings, st.integers(1, 2))
def test_two_different_places_never_have_the_same_encoding(
    one: Binding, suite: int, other: Binding, other_suite: int
) -> None:
    same_place = (one, suite) == (other, other_suite)

    assert (one.encode(suite) == other.encode(other_suite)) is same_place


def test_a_boundary_moved_between_two_texts_changes_the_encoding() -> None:
    one = Binding("reports", ROW, "content", "city")
    other = Binding("reportsc", ROW, "ontent", "city")

    assert one.encode(1) != other.encode(1)


def test_the_encoding_is_the_documented_one() -> None:
    assert Binding("t", ROW, "g", "机关", 5).encode(2) == (
        b"HYA1\x02"
        + (5).to_bytes(8)
        + ROW.bytes
        + b"\x00\x01t"
        + b"\x00\x01g"
        + b"\x00\x06"
        + "机关".encode()
    )


def test_a_text_that_does_not_fit_its_length_is_refused() -> None:
    with pytest.raises(ValueError, match="too long"):
        Binding("t" * 65_536, ROW, "g", "o").encode(1)
