"""How true a matter turned out to be, and the grounds on which a clue is closed.

Rule: 2.4, C8. False accusation is found only at city level or above (S7), so no clue is closed with it.
"""

from __future__ import annotations

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


def closing(ground: str | None, grade: str | None, verified: str | None) -> tuple[CloseReason, TruthGrade]:
    """Complete what was left out when closing: the verification's grade stands unless another is given."""
    given = grade or verified
    known = TruthGrade(given) if given else None
    if ground is None:
        found = _GROUND_BY_GRADE.get(known, CloseReason.ALREADY_HANDLED) if known else CloseReason.NO_FACT
    else:
        found = CloseReason(ground)
    return found, known or _GRADE_BY_GROUND[found]
