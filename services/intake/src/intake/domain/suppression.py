"""Small numbers are not published: a table of counts in which no hidden number can be worked out from its sums.

A count below `K` is hidden, nought too, for "nobody asked" also tells. Then, as long as a row or a column would give
its hidden numbers away, the next smallest number in it is hidden as well (complementary suppression). Sums are part
of the table and are hidden by the same rules.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

K = 10
"""The smallest number that is published (P)."""
ALL = None
"""The place of a sum in a row or a column."""
Cell = tuple[str | None, str | None]
"""Row and column."""


def suppressed(
    counts: Mapping[tuple[str, str], int], rows: Sequence[str], columns: Sequence[str]
) -> dict[Cell, int | None]:
    """Return the whole table with its sums; None stands where a number is hidden."""
    table = with_sums(counts, rows, columns)
    hidden = {cell for cell, count in table.items() if count < K}
    while more := {
        cell for line in _lines(rows, columns) if (cell := _next(table, line, hidden)) is not None
    }:
        hidden |= more
    return {cell: None if cell in hidden else count for cell, count in table.items()}


def with_sums(
    counts: Mapping[tuple[str, str], int], rows: Sequence[str], columns: Sequence[str]
) -> dict[Cell, int]:
    """Return every cell of the table, those without a count and the sums included."""
    table: dict[Cell, int] = {
        (row, column): counts.get((row, column), 0) for row in rows for column in columns
    }
    for row in rows:
        table[row, ALL] = sum(table[row, column] for column in columns)
    for column in (*columns, ALL):
        table[ALL, column] = sum(table[row, column] for row in rows)
    return table


def _lines(rows: Sequence[str], columns: Sequence[str]) -> Iterator[list[Cell]]:
    """List every row and every column, each with its sum: in each, the others give one hidden number away."""
    for row in (*rows, ALL):
        yield [(row, column) for column in (*columns, ALL)]
    for column in (*columns, ALL):
        yield [(row, column) for row in (*rows, ALL)]


def _next(table: Mapping[Cell, int], line: Sequence[Cell], hidden: set[Cell]) -> Cell | None:
    """Return what must be hidden besides, so that the line gives away neither a number nor that all are small."""
    covered = [cell for cell in line if cell in hidden]
    open_ = [cell for cell in line if cell not in hidden]
    if not covered or not open_ or (len(covered) > 1 and sum(table[cell] for cell in covered) >= K):
        return None
    return min(open_, key=lambda cell: table[cell])
