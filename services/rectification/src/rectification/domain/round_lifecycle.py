"""The life of an inspection round (巡察轮次): open while its organisations put right, closed when all have ended.

Rule: chapter 7 of the book of rules, 7.2.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum, auto

from shared.auth.roles import Role
from shared.lifecycle import Guard, Lifecycle, Row, by


class RoundState(StrEnum):
    """Where a round stands."""

    OPEN = auto()
    CLOSED = auto()


class RoundAction(StrEnum):
    """What can be done with a round."""

    REVISE = auto()
    CLOSE = auto()


@dataclass(frozen=True, slots=True)
class RoundFacts:
    """What the guards look at; `unfinished` counts organisations that have not ended."""

    organizations: int = 1
    unfinished: int = 0


organizations_are_named = Guard("round_is_empty", lambda f: f.organizations > 0)
organizations_have_ended = Guard("organization_unfinished", lambda f: f.unfinished == 0)

S, A = RoundState, RoundAction
OFFICE = by(Role.INSPECTION_OFFICE)

LABELS = {
    S.OPEN: ("进行中", "Open"),
    S.CLOSED: ("已结束", "Closed"),
    A.REVISE: ("修订", "Revise"),
    A.CLOSE: ("结束", "Close"),
}

# fmt: off
ROUND = Lifecycle(
    name="inspection_round", title=("巡察轮次", "Inspection round"), initial=S.OPEN, final=[S.CLOSED],
    labels=LABELS, rows=[
    Row("7.2", (S.OPEN,), A.REVISE, S.OPEN,   OFFICE, ("S1",)),
    Row("7.2", (S.OPEN,), A.CLOSE,  S.CLOSED, OFFICE, ("S2",),
        needs=(organizations_are_named, organizations_have_ended), event="inspection_round.closed"),
])
# fmt: on
