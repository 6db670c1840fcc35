"""A picture of a process shows every move once, and no two tracks on top of each other."""

from __future__ import annotations

import re
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from gateway.drawing.chart import Lane, State, Step, lay_out, with_targets
from gateway.drawing.svg import draw

CODES = [f"s{number}" for number in range(9)]
STATES = st.lists(st.lists(st.sampled_from(CODES), max_size=6), min_size=9, max_size=9).map(
    lambda steps: [
        State(code, f"状态{code}", [Step(f"动作{n}", "S1", to) for n, to in enumerate(targets)])
        for code, targets in zip(CODES, steps, strict=True)
    ]
)


def span(lane: Lane) -> tuple[int, int]:
    return min([*lane.begins, lane.arrives]), max([*lane.begins, lane.arrives])


@settings(max_examples=60, deadline=None)
@given(STATES)
def test_every_move_to_another_state_has_a_track_and_no_two_lanes_touch(states: list[State]) -> None:
    chart = lay_out(states)
    moves = [(state.code, step.to) for state in states for step in state.steps if step.to != state.code]
    assert sum(len(lane.begins) for lane in chart.lanes) == len(moves)
    for number in {lane.number for lane in chart.lanes}:
        spans = sorted(span(lane) for lane in chart.lanes if lane.number == number)
        assert all(before[1] < after[0] for before, after in pairwise(spans))
    cards = sorted(chart.cards.values(), key=lambda card: card.y)
    assert all(before.y + before.height < after.y for before, after in pairwise(cards))
    assert lay_out(states) == chart


@settings(max_examples=30, deadline=None)
@given(STATES)
def test_the_picture_names_every_state_and_every_step_within_its_frame(states: list[State]) -> None:
    names = {state.code: state.text for state in states}
    chart = lay_out(with_targets(states, names))
    picture = draw(chart, initial="s0", final=frozenset({"s8"}), title="<流程>")
    assert picture.count('class="step"') == sum(len(state.steps) for state in states)
    assert "&lt;流程&gt;" in picture
    assert all(f">{name}<" in picture for name in names.values())
    assert max(int(x) for x in re.findall(r'\bc?x="(\d+)"', picture)) <= chart.width
    assert not re.search(r"\bstyle=|\bhref=|<script|<image", picture)


def test_what_stays_in_its_state_has_no_track() -> None:
    chart = lay_out([State("a", "甲", [Step("延期", "S1", "a")])])
    assert chart.lanes == ()
