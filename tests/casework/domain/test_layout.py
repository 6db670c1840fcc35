"""Nodes stand in columns without touching, and few lines cross."""

from __future__ import annotations

from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from casework.domain.layout import BOX_HEIGHT, BOX_WIDTH, lay_out
from casework.domain.relations import Edge, Graph, Link, Node, Relation

KINDS = ("organisation", "person", "officer", "clue", "verification")
COLUMNS = (("person", "organisation"), ("clue",), ("verification",), ("officer",))


def graph_of(kinds: list[str], ties: list[tuple[int, int]]) -> Graph:
    graph = Graph(most=100)
    nodes = [Node(kind, str(number), f"节点{number}") for number, kind in enumerate(kinds)]
    for node in nodes:
        graph.add(node)
    for source, target in ties:
        if source < len(nodes) and target < len(nodes):
            graph.tie(nodes[source].key, Link(Relation.CONCERNS, nodes[target].kind, nodes[target].id))
    return graph


@given(
    st.lists(st.sampled_from(KINDS), max_size=30),
    st.lists(st.tuples(st.integers(0, 29), st.integers(0, 29)), max_size=40),
)
def test_boxes_never_touch_and_lie_inside(kinds: list[str], ties: list[tuple[int, int]]) -> None:
    layout = lay_out(graph_of(kinds, ties), COLUMNS)

    for (x1, y1), (x2, y2) in combinations(layout.places.values(), 2):
        assert abs(x1 - x2) >= BOX_WIDTH or abs(y1 - y2) >= BOX_HEIGHT
    for x, y in layout.places.values():
        assert 0 <= x <= layout.width - BOX_WIDTH
        assert 0 <= y <= layout.height - BOX_HEIGHT


@given(
    st.lists(st.sampled_from(KINDS), max_size=20),
    st.lists(st.tuples(st.integers(0, 19), st.integers(0, 19)), max_size=20),
)
def test_no_line_runs_through_a_box_of_a_column_it_passes(
    kinds: list[str], ties: list[tuple[int, int]]
) -> None:
    graph = graph_of(kinds, ties)
    layout = lay_out(graph, COLUMNS)

    assert layout.lines.keys() == graph.edges
    for points in layout.lines.values():
        for x, y in points[1:-1]:
            assert not any(
                bx <= x <= bx + BOX_WIDTH and by < y < by + BOX_HEIGHT for bx, by in layout.places.values()
            )


def test_people_stand_left_of_clues_and_officers_right() -> None:
    places = lay_out(graph_of(["officer", "clue", "person"], []), COLUMNS).places

    assert places["person:2"][0] < places["clue:1"][0] < places["officer:0"][0]


def test_two_lines_that_would_cross_are_untangled() -> None:
    places = lay_out(graph_of(["person", "person", "clue", "clue"], [(0, 3), (1, 2)]), COLUMNS).places

    assert (places["person:0"][1] < places["person:1"][1]) == (places["clue:3"][1] < places["clue:2"][1])


def test_what_is_found_from_both_sides_is_one_edge() -> None:
    graph = graph_of(["clue", "verification"], [])
    graph.tie("clue:0", Link(Relation.LED_TO, "verification", "1"))
    graph.tie("verification:1", Link(Relation.LED_TO, "clue", "0", is_back=True))

    assert graph.edges == {Edge("clue:0", "verification:1", Relation.LED_TO)}


def test_a_graph_takes_no_more_nodes_than_one_can_look_at() -> None:
    graph = Graph(most=1)

    assert (graph.add(Node("clue", "1", "甲")), graph.add(Node("clue", "2", "乙"))) == (True, False)
    assert not graph.is_complete
