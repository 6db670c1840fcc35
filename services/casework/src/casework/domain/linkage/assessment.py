"""Scoring the parties of a joint task (考核问效): what is on record, and points judged with a reason.

Each of three dimensions has 100 points: up to 70 follow from facts on record, up to 30 are judged. Where nothing is
on record the judged points stand for all of them; nobody loses points for work that was never asked of them.

Rule: E9; the split of points is this product's default.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum, auto

RECORDED_MOST, JUDGED_MOST, WHOLE = 70, 30, 100


class Dimension(StrEnum):
    """What a party is scored on (考核维度)."""

    TIMELINESS = auto()
    QUALITY = auto()
    COOPERATION = auto()


@dataclass(frozen=True, slots=True)
class Recorded:
    """What is on record about one party.

    Work on the board: given, reported in time, sent back. People: asked for, answered in time, lent (as asked or
    another). Voices: consultations called to and spoken at. Results: reported by it, and helped with.
    """

    given: int = 0
    in_time: int = 0
    sent_back: int = 0
    asked: int = 0
    answered_in_time: int = 0
    lent: int = 0
    called: int = 0
    spoke: int = 0
    credited: int = 0
    contributed: int = 0


@dataclass(frozen=True, slots=True)
class Score:
    """Points of one party in one dimension; `recorded` is None where nothing is on record."""

    dimension: Dimension
    recorded: int | None
    judged: int
    points: int


def shares(facts: Recorded) -> dict[Dimension, tuple[int, int]]:
    """Return for each dimension how much was done well, of how much."""
    worked = facts.given + facts.credited + facts.contributed
    return {
        Dimension.TIMELINESS: (facts.in_time + facts.answered_in_time, facts.given + facts.asked),
        Dimension.QUALITY: (max(worked - facts.sent_back, 0), worked),
        Dimension.COOPERATION: (facts.lent + facts.spoke, facts.asked + facts.called),
    }


def score(facts: Recorded, judged: dict[Dimension, int]) -> list[Score]:
    """Score one party in every dimension. Points are whole; halves are rounded up."""
    found = []
    for dimension, (well, of) in shares(facts).items():
        points = judged[dimension]
        if of:
            recorded = _rounded(RECORDED_MOST * min(well, of), of)
            found.append(Score(dimension, recorded, points, recorded + points))
        else:
            found.append(Score(dimension, None, points, _rounded(WHOLE * points, JUDGED_MOST)))
    return found


def _rounded(numerator: int, denominator: int) -> int:
    return (2 * numerator + denominator) // (2 * denominator)
