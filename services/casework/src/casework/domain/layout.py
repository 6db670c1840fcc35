"""Where the nodes of a graph stand in a picture: one column for each kind, ordered so that few lines cross. Pure."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from casework.domain.relations import OFFICER, ORGANISATION, PERSON, Graph

BOX_WIDTH, BOX_HEIGHT, GAP, COLUMN, MARGIN = 176, 48, 20, 268, 32
_FIRST, _LAST = (PERSON, ORGANISATION), (OFFICER,)
_SWEEPS = 4


@dataclass(frozen=True, slots=True)
class Layout:
    """The upper left corner of every node's box by its key, and the size of the whole."""

    places: dict[str, tuple[int, int]]
    width: int
    height: int


def lay_out(graph: Graph, order: Iterable[str]) -> Layout:
    """Place people and organisations left, objects in the order of their course, officers right."""
    kinds = [*_FIRST, *(kind for kind in order if kind not in (*_FIRST, *_LAST)), *_LAST]
    columns = [
        column
        for kind in kinds
        if (column := sorted(key for key, one in graph.nodes.items() if one.kind == kind))
    ]
    _untangle(columns, _neighbours(graph))
    tallest = max((len(column) for column in columns), default=0)
    height = MARGIN * 2 + tallest * (BOX_HEIGHT + GAP) - GAP
    places: dict[str, tuple[int, int]] = {}
    for number, column in enumerate(columns):
        top = (height - len(column) * (BOX_HEIGHT + GAP) + GAP) // 2
        for row, key in enumerate(column):
            places[key] = (MARGIN + number * COLUMN, top + row * (BOX_HEIGHT + GAP))
    width = MARGIN * 2 + max(len(columns) - 1, 0) * COLUMN + BOX_WIDTH
    return Layout(places, width, max(height, MARGIN * 2))


def _neighbours(graph: Graph) -> dict[str, set[str]]:
    found: dict[str, set[str]] = {key: set() for key in graph.nodes}
    for edge in graph.edges:
        found[edge.source].add(edge.target)
        found[edge.target].add(edge.source)
    return found


def _untangle(columns: list[list[str]], neighbours: dict[str, set[str]]) -> None:
    """Put every node near the middle of what it is tied to, a few times to and fro."""
    for sweep in range(_SWEEPS):
        for column in columns if sweep % 2 == 0 else reversed(columns):
            heights = {key: row / max(len(one), 1) for one in columns for row, key in enumerate(one)}
            column.sort(key=lambda key: (_middle(key, neighbours, heights), key))


def _middle(key: str, neighbours: dict[str, set[str]], heights: dict[str, float]) -> float:
    near = sorted(heights[one] for one in neighbours[key])
    return sum(near) / len(near) if near else heights[key]
