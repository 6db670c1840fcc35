from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from intake.domain.suppression import ALL, K, suppressed, with_sums

ROWS, COLUMNS = ("east", "west", ""), ("housing", "school", "water")
counts = st.dictionaries(
    st.tuples(st.sampled_from(ROWS), st.sampled_from(COLUMNS)), st.integers(0, 60), min_size=0, max_size=9
)


def test_a_small_number_and_what_would_give_it_away_are_hidden() -> None:
    asked = {(row, column): 30 for row in ROWS for column in COLUMNS} | {("east", "housing"): 4}
    shown = suppressed(asked, ROWS, COLUMNS)
    assert shown["east", "housing"] is None
    assert [shown["east", column] for column in (*COLUMNS, ALL)].count(None) >= 2
    assert [shown[row, "housing"] for row in (*ROWS, ALL)].count(None) >= 2
    assert shown["west", "water"] == 30


def test_nought_is_small() -> None:
    assert set(suppressed({}, ROWS, COLUMNS).values()) == {None}


def test_a_table_of_great_numbers_is_published_whole() -> None:
    asked = {(row, column): K for row in ROWS for column in COLUMNS}
    assert suppressed(asked, ROWS, COLUMNS) == with_sums(asked, ROWS, COLUMNS)


@given(counts)
def test_no_line_gives_a_hidden_number_away(asked: dict[tuple[str, str], int]) -> None:
    shown, true = suppressed(asked, ROWS, COLUMNS), with_sums(asked, ROWS, COLUMNS)
    lines = [[(row, column) for column in (*COLUMNS, ALL)] for row in (*ROWS, ALL)]
    lines += [[(row, column) for row in (*ROWS, ALL)] for column in (*COLUMNS, ALL)]
    for line in lines:
        hidden = [cell for cell in line if shown[cell] is None]
        assert (
            not hidden or len(hidden) == len(line) or (len(hidden) > 1 and sum(true[c] for c in hidden) >= K)
        )
    assert all(shown[cell] is None or shown[cell] == count >= K for cell, count in true.items())
