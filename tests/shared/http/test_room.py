"""The room shrinks while answers are slow and widens while it binds; a few slow answers change nothing."""

from __future__ import annotations

from dataclasses import dataclass, field

import pytest

from shared.http.room import FIRST, GOAL_S, LEAST, WINDOW, Room

MOST = 96


@dataclass
class Busy:
    """A process whose answers take as long as is said, one batch after the other."""

    room: Room = field(default_factory=lambda: Room(MOST))
    now: float = 0.0

    @property
    def places(self) -> int:
        """How many may be under way."""
        return next(number for number in range(MOST + 1) if not self.room.has_place(number, 1.0))

    def answer(self, *took_s: float, full: bool = False) -> None:
        """Answer one window, with these times in turn; with `full`, one more had asked."""
        if full:
            self.room.has_place(MOST, 1.0)
        began, longest = self.now, max(took_s)
        for number in range(WINDOW):
            self.room.note(began, began + took_s[number % len(took_s)])
        self.now += longest


@pytest.fixture
def busy() -> Busy:
    return Busy()


def widened(busy: Busy) -> Busy:
    for _ in range(20):
        busy.answer(0.1, full=True)
    assert busy.places == MOST
    return busy


def test_it_widens_only_while_somebody_finds_no_place(busy: Busy) -> None:
    busy.answer(0.1)
    assert busy.room.has_place(FIRST - 1, 1.0)
    assert not busy.room.has_place(FIRST, 1.0)
    widened(busy)


def test_a_small_process_begins_with_all_it_has() -> None:
    assert Busy(Room(10)).room.has_place(9, 1.0)
    assert not Busy(Room(10)).room.has_place(10, 1.0)


@pytest.mark.parametrize(("took_s", "left"), [(GOAL_S * 4 / 3, 72), (GOAL_S * 2, 48), (GOAL_S * 60, 48)])
def test_it_shrinks_to_what_is_answered_in_time_at_most_by_half_at_once(
    busy: Busy, took_s: float, left: int
) -> None:
    widened(busy).answer(took_s)
    assert busy.places == left


def test_what_began_before_a_cut_does_not_cut_again(busy: Busy) -> None:
    widened(busy).answer(GOAL_S * 2)
    for _ in range(MOST):
        busy.room.note(busy.now - GOAL_S, busy.now + GOAL_S)
    assert busy.places == MOST / 2


def test_it_never_shrinks_to_nothing_and_comes_back(busy: Busy) -> None:
    for _ in range(20):
        busy.answer(60)
    assert busy.places == LEAST
    for _ in range(20):
        busy.answer(0.1, full=True)
    widened(busy)


def test_a_few_that_are_slow_by_nature_change_nothing(busy: Busy) -> None:
    widened(busy)
    for _ in range(20):
        busy.answer(0.1, 0.1, 9.0)
    assert busy.places == MOST


def test_a_machine_that_does_so_many_in_a_second_gets_as_many_places(busy: Busy) -> None:
    """What takes as long as there is of it settles where it takes about the goal."""
    for _ in range(300):
        busy.answer(busy.places / 25, full=True)
    assert 20 <= busy.places <= 30
