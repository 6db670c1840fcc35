"""Where everything of a process picture stands: one card for each state, one lane for each state moved to.

A card lists what can be done in its state. From each line of it a track runs to the lane of the state it leads
to, and the lane to that state's card; so no track needs to be followed to know where it goes.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

MARGIN, GAP = 24, 22
HEAD, LINE, FOOT = 40, 26, 8
FIRST_LANE, LANE = 30, 14
NARROWEST = 260
PADDING = 18


@dataclass(frozen=True, slots=True)
class Step:
    """One thing that can be done in a state: what, who signs, and the state it leads to."""

    text: str
    signs: str
    to: str


@dataclass(frozen=True, slots=True)
class State:
    """One state with its name and what can be done in it, in the order of the table."""

    code: str
    text: str
    steps: Sequence[Step]


@dataclass(frozen=True, slots=True)
class Card:
    """A placed state."""

    state: State
    y: int

    @property
    def height(self) -> int:
        """Return how high the card is."""
        return HEAD + LINE * len(self.state.steps) + (FOOT if self.state.steps else 0)

    @property
    def middle(self) -> int:
        """Return where tracks arrive."""
        return self.y + HEAD // 2

    def line(self, number: int) -> int:
        """Return the middle of one line."""
        return self.y + HEAD + LINE * number + LINE // 2


@dataclass(frozen=True, slots=True)
class Lane:
    """All tracks to one state: where they begin, where they arrive, and how far right they run."""

    to: str
    begins: tuple[int, ...]
    arrives: int
    number: int


@dataclass(frozen=True, slots=True)
class Chart:
    """The whole picture, measured."""

    cards: dict[str, Card]
    lanes: tuple[Lane, ...]
    card_width: int
    width: int
    height: int

    def lane_x(self, lane: Lane) -> int:
        """Return where a lane runs."""
        return MARGIN + self.card_width + FIRST_LANE + LANE * lane.number


def lay_out(states: Sequence[State]) -> Chart:
    """Place every card and lane; the same states always make the same picture."""
    cards: dict[str, Card] = {}
    y = MARGIN
    for state in states:
        cards[state.code] = Card(state, y)
        y += cards[state.code].height + GAP
    lanes = _lanes(cards)
    width = max([NARROWEST, *(_width(state) for state in states)])
    rightmost = max((lane.number for lane in lanes), default=0)
    return Chart(
        cards, lanes, width, MARGIN + width + FIRST_LANE + LANE * rightmost + MARGIN, y - GAP + MARGIN
    )


def _lanes(cards: dict[str, Card]) -> tuple[Lane, ...]:
    """Give each state moved to the leftmost lane that is free where it is needed; short ones first."""
    wanted: dict[str, list[int]] = {}
    for card in cards.values():
        for number, step in enumerate(card.state.steps):
            if step.to != card.state.code:
                wanted.setdefault(step.to, []).append(card.line(number))
    spans = {
        to: (min([*lines, cards[to].middle]), max([*lines, cards[to].middle])) for to, lines in wanted.items()
    }
    taken: list[list[tuple[int, int]]] = []
    found = []
    for to in sorted(spans, key=lambda one: (spans[one][1] - spans[one][0], spans[one])):
        number = _free(taken, spans[to])
        found.append(Lane(to, tuple(wanted[to]), cards[to].middle, number))
    return tuple(found)


def _free(taken: list[list[tuple[int, int]]], span: tuple[int, int]) -> int:
    for number, spans in enumerate(taken):
        if all(span[1] + LINE < top or bottom + LINE < span[0] for top, bottom in spans):
            spans.append(span)
            return number
    taken.append([span])
    return len(taken) - 1


def _width(state: State) -> int:
    lines = [_length(state.text) * 1.15 + _length(state.code) + 20]
    lines += [_length(step.text) + _length(step.signs) + 90 for step in state.steps]
    return int(max(lines)) + 2 * PADDING


def _length(text: str) -> float:
    """Return about how wide a text is at 14 pixels: a Chinese character is as wide as high."""
    return sum(14.0 if ord(character) > 0x2E7F else 7.4 for character in text)


def with_targets(states: Iterable[State], names: dict[str, str]) -> list[State]:
    """Return the states with the name of where each step leads written behind it."""
    return [
        State(
            one.code,
            one.text,
            [
                Step(
                    f"{step.text} ↻" if step.to == one.code else f"{step.text} → {names[step.to]}",
                    step.signs,
                    step.to,
                )
                for step in one.steps
            ],
        )
        for one in states
    ]
