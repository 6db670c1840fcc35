"""What a joint task brought, and how it is counted: once, for one organisation, however many helped.

Rule: E7, J-3.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import StrEnum, auto
from uuid import UUID


class ResultKind(StrEnum):
    """What is counted (成果类别)."""

    PROBLEM = auto()
    PERSON_HANDLED = auto()
    MEASURE = auto()
    SANCTION = auto()
    MONEY_RECOVERED = auto()
    RECOMMENDATION = auto()
    WARNING_EDUCATION = auto()


FOLLOW_UP = frozenset({ResultKind.RECOMMENDATION, ResultKind.WARNING_EDUCATION})
"""Case, analysis, correction, warning education, repair: what has to come after. Rule: J-4."""


@dataclass(frozen=True, slots=True)
class Result:
    """One result. `credit_owner` is the organisation that reports it, `contributors` those that helped."""

    id: UUID
    kind: str
    credit_owner: str
    contributors: tuple[str, ...] = ()
    amount: int = 0


@dataclass
class Tally:
    """How many results of each kind, and how much money in yuan cents."""

    counts: dict[str, int] = field(default_factory=dict)
    amount: int = 0

    def add(self, result: Result) -> None:
        """Count one result."""
        self.counts[result.kind] = self.counts.get(result.kind, 0) + 1
        self.amount += result.amount


@dataclass(frozen=True, slots=True)
class Totals:
    """Everything once, what each organisation reports, and what it only helped with."""

    everything: Tally
    credited: dict[str, Tally]
    contributed: dict[str, Tally]


def totals(results: Iterable[Result]) -> Totals:
    """Count results. The sum over all credit owners is the whole; help is told apart and never added.

    Rule: J-3.
    """
    found = Totals(Tally(), {}, {})
    for result in results:
        found.everything.add(result)
        found.credited.setdefault(result.credit_owner, Tally()).add(result)
        for helper in result.contributors:
            found.contributed.setdefault(helper, Tally()).add(result)
    return found
