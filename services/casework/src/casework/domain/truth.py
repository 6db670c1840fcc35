"""How true a matter turned out to be, and the grounds on which a clue is closed.

Rule: 2.4, C8. False accusation is found only at city level or above (S7), so no clue is closed with it.
"""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum, auto
from types import MappingProxyType


class TruthGrade(StrEnum):
    """A truth grade (属实情况). `cannot_be_proved` is not `untrue` and gives no right to clearing."""

    TRUE = auto()
    PARTLY_TRUE = auto()
    BASICALLY_TRUE = auto()
    UNTRUE = auto()
    CANNOT_BE_PROVED = auto()
    MISREPORT = auto()


class CloseReason(StrEnum):
    """Why a clue is closed (了结理由)."""

    NO_FACT = auto()
    UNTRUE = auto()
    ALREADY_HANDLED = auto()
    NO_POSSIBILITY = auto()


_GRADE_BY_GROUND = MappingProxyType(
    {
        CloseReason.NO_FACT: TruthGrade.UNTRUE,
        CloseReason.UNTRUE: TruthGrade.UNTRUE,
        CloseReason.ALREADY_HANDLED: TruthGrade.BASICALLY_TRUE,
        CloseReason.NO_POSSIBILITY: TruthGrade.CANNOT_BE_PROVED,
    }
)
_GROUND_BY_GRADE = MappingProxyType(
    {
        TruthGrade.UNTRUE: CloseReason.UNTRUE,
        TruthGrade.MISREPORT: CloseReason.UNTRUE,
        TruthGrade.CANNOT_BE_PROVED: CloseReason.NO_POSSIBILITY,
    }
)


_BORNE_OUT = frozenset({TruthGrade.TRUE, TruthGrade.BASICALLY_TRUE, TruthGrade.PARTLY_TRUE})
_WHOLLY = frozenset({TruthGrade.TRUE, TruthGrade.BASICALLY_TRUE})


def altogether(grades: Iterable[str]) -> TruthGrade | None:
    """Return how true a report is whose parts were found out about one by one; None where nobody found out.

    What is borne out in part only is partly true; where nothing is, one part that cannot be proved leaves it open.

    Rule: A13, 2.4.
    """
    found = {TruthGrade(one) for one in grades}
    if not found or len(found) == 1:
        return next(iter(found), None)
    if found & _BORNE_OUT:
        return TruthGrade.BASICALLY_TRUE if found <= _WHOLLY else TruthGrade.PARTLY_TRUE
    return TruthGrade.CANNOT_BE_PROVED if TruthGrade.CANNOT_BE_PROVED in found else TruthGrade.UNTRUE


def closing(ground: str | None, grade: str | None, verified: str | None) -> tuple[CloseReason, TruthGrade]:
    """Complete what was left out when closing: the verification's grade stands unless another is given."""
    given = grade or verified
    known = TruthGrade(given) if given else None
    if ground is None:
        found = _GROUND_BY_GRADE.get(known, CloseReason.ALREADY_HANDLED) if known else CloseReason.NO_FACT
    else:
        found = CloseReason(ground)
    return found, known or _GRADE_BY_GROUND[found]
