"""Where the nodes of a graph stand in a picture, and how its lines run between them. Pure.

Columns from left to right, as the caller names them; a line over several columns gets a slot in each between, so
that it runs around the boxes there; rows are ordered so that few lines cross.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from casework.domain.relations import Edge, Graph

BOX_WIDTH, BOX_HEIGHT, SLOT, GAP, COLUMN, MARGIN = 212, 48, 12, 20, 304, 32
_SWEEPS = 4
Point = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Layout:
    """The upper left corner of every node's box by its key, the points every line runs through, and the size."""

    places: dict[str, Point]
    lines: dict[Edge, list[Point]]
    width: int
    height: int


def lay_out(graph: Graph, order: Sequence[Sequence[str]]) -> Layout:
    """Lay a graph out; `order` names the kinds of each column."""
    columns = [
        column
        for kinds in order
        if (column := sorted(key for key, one in graph.nodes.items() if one.kind in kinds))
    ]
    chains = _with_slots(columns, sorted(graph.edges))
    _untangle(columns, chains)
    height = MARGIN * 2 + max((_tall(column, graph) for column in columns), default=0)
    corners: dict[str, Point] = {}
    for number, column in enumerate(columns):
        y = (height - _tall(column, graph)) // 2
        for key in column:
            corners[key] = (MARGIN + number * COLUMN, y)
            y += (BOX_HEIGHT if key in graph.nodes else SLOT) + GAP
    places = {key: corner for key, corner in corners.items() if key in graph.nodes}
    lines = {edge: _line(chain, corners, graph) for edge, chain in chains.items()}
    width = MARGIN * 2 + max(len(columns) - 1, 0) * COLUMN + BOX_WIDTH
    return Layout(places, lines, width, height)


def _with_slots(columns: list[list[str]], edges: list[Edge]) -> dict[Edge, list[str]]:
    """Put a slot into every column a line passes; return what each line runs through, from left to right."""
    rank = {key: number for number, column in enumerate(columns) for key in column}
    chains = {}
    for edge in edges:
        left, right = sorted((edge.source, edge.target), key=lambda key: rank[key])
        chain = [left]
        for number in range(rank[left] + 1, rank[right]):
            chain.append(f"{edge.relation} {left} {right} {number}")
            columns[number].append(chain[-1])
        chains[edge] = [*chain, right]
    return chains


def _untangle(columns: list[list[str]], chains: dict[Edge, list[str]]) -> None:
    """Put everything near the middle of what it is tied to, a few times to and fro."""
    near: dict[str, set[str]] = {key: set() for column in columns for key in column}
    for chain in chains.values():
        for one, other in pairwise(chain):
            near[one].add(other)
            near[other].add(one)
    for sweep in range(_SWEEPS):
        for column in columns if sweep % 2 == 0 else reversed(columns):
            heights = {key: (row + 0.5) / len(one) for one in columns for row, key in enumerate(one)}
            column.sort(key=lambda key: (_middle(key, near, heights), key))


def _middle(key: str, near: dict[str, set[str]], heights: dict[str, float]) -> float:
    found = sorted(heights[one] for one in near[key])
    return sum(found) / len(found) if found else heights[key]


def _tall(column: list[str], graph: Graph) -> int:
    return sum((BOX_HEIGHT if key in graph.nodes else SLOT) + GAP for key in column) - GAP


def _line(chain: list[str], corners: dict[str, Point], graph: Graph) -> list[Point]:
    """Return the points of a line: out of a box at its right, straight through slots, into the next at its left."""
    points: list[Point] = []
    for key in chain:
        x, y = corners[key]
        middle = y + (BOX_HEIGHT if key in graph.nodes else SLOT) // 2
        points += [(x, middle), (x + BOX_WIDTH, middle)]
    if points[0][0] == points[-2][0]:  # in one column: out and in at the right
        return [points[1], points[-1]]
    return points[1:-1]
