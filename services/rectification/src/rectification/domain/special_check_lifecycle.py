"""The life of a special check (专项检查) over many organisations at once, each with a result of its own.

Rule: chapter 7 of the book of rules, F10.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum, auto

from shared.auth.roles import Role
from shared.lifecycle import Guard, Lifecycle, Row, by


class SpecialCheckState(StrEnum):
    """Where a special check stands."""

    PLANNED = auto()
    UNDER_WAY = auto()
    CONCLUDED = auto()


class SpecialCheckAction(StrEnum):
    """What can be done with a special check."""

    BEGIN = auto()
    RECORD_RESULT = auto()
    CONCLUDE = auto()


@dataclass(frozen=True, slots=True)
class SpecialCheckFacts:
    """What the guards look at."""

    inspectors: int = 2
    unit_is_checked_here: bool = True
    units_without_result: int = 0


two_go_together = Guard("two_inspectors_needed", lambda f: f.inspectors >= 2)
unit_is_on_the_list = Guard("unit_not_on_list", lambda f: f.unit_is_checked_here)
every_unit_has_a_result = Guard("unit_without_result", lambda f: f.units_without_result == 0)

S, A = SpecialCheckState, SpecialCheckAction
BODIES = by(Role.INSPECTION_OFFICE, Role.HANDLER, Role.ORGANIZATION_DEPARTMENT)

LABELS = {
    S.PLANNED: ("已计划", "Planned"),
    S.UNDER_WAY: ("检查中", "Under way"),
    S.CONCLUDED: ("已完成", "Concluded"),
    A.BEGIN: ("启动检查", "Begin"),
    A.RECORD_RESULT: ("登记检查结果", "Record a result"),
    A.CONCLUDE: ("完成检查", "Conclude"),
}

# fmt: off
SPECIAL_CHECK = Lifecycle(
    name="special_check", title=("专项检查", "Special check"), initial=S.PLANNED, final=[S.CONCLUDED],
    labels=LABELS, rows=[
    Row("F10", (S.PLANNED,),   A.BEGIN,         S.UNDER_WAY, BODIES, ("S1",), needs=(two_go_together,),
        documents=("检查方案",)),
    Row("F10", (S.UNDER_WAY,), A.RECORD_RESULT, S.UNDER_WAY, BODIES, needs=(unit_is_on_the_list,),
        documents=("检查记录",)),
    Row("F10", (S.UNDER_WAY,), A.CONCLUDE,      S.CONCLUDED, BODIES, ("S1",), needs=(every_unit_has_a_result,),
        documents=("检查报告",), event="special_check.concluded"),
])
# fmt: on
