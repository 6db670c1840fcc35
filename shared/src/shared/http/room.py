"""How many requests may be under way at once: found from how soon they are answered, whatever machine this is."""

from __future__ import annotations

from statistics import median

from shared.figures.counted import ROOM

LEAST = 4
GOAL_S = 1.0
"""Soon enough. Longer than this nobody should wait for a page, and a wait for a connection is given up at twice that."""
FIRST = 48
"""Where it begins: what little a slow machine can do is found sooner from below, and a fast one is soon through."""
WINDOW = 16
_GROWTH = 0.1
_DEEPEST_CUT = 0.5


class Room:
    """A limit between `LEAST` and `most`: cut while answers are slow, widened while it binds and they are not.

    What is under way takes as long as there is of it. So when answers take twice the goal, half as many at once are
    answered in time, and just as many in a second; this is what TCP does with its window. The middle one of some
    answers decides: a few that are slow by nature, such as large files, change nothing. After a cut those that began
    before it say nothing new.
    """

    def __init__(self, most: int) -> None:
        self._most = most
        self._limit = min(FIRST, most)
        self._was_full = False
        self._cut_at = 0.0
        self._took: list[float] = []

    def has_place(self, under_way: int, share: float) -> bool:
        """Say whether one more may begin that may use this share of the room."""
        if under_way < self._limit * share:
            return True
        self._was_full = True
        return False

    def note(self, began: float, answered: float) -> None:
        """Learn from one answer, by two readings of a clock that only goes on."""
        if began < self._cut_at:
            return
        self._took.append(answered - began)
        if len(self._took) < WINDOW:
            return
        middle = median(self._took)
        if middle > GOAL_S:
            self._limit = max(LEAST, round(self._limit * max(_DEEPEST_CUT, GOAL_S / middle)))
            self._cut_at = answered
        elif self._was_full:
            self._limit = min(self._most, self._limit + max(1, round(self._limit * _GROWTH)))
        self._was_full = False
        self._took.clear()
        ROOM.set(self._limit)
