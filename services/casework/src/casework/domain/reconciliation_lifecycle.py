"""The life of a quarterly reconciliation, as one table.

Rule: C10.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum, auto

from shared.auth.roles import Role
from shared.lifecycle import Guard, Lifecycle, Row, by


class ReconciliationState(StrEnum):
    """Where a reconciliation stands."""

    OPENED = auto()
    STOCK_TAKEN = auto()
    REPORTED = auto()


class ReconciliationAction(StrEnum):
    """What can be done with a reconciliation."""

    TAKE_STOCK = auto()
    RECORD_SPOT_CHECK = auto()
    REPORT = auto()


@dataclass(frozen=True, slots=True)
class ReconciliationFacts:
    """What the guards look at."""

    is_drawn: bool = True
    open_spot_checks: int = 0


clue_is_drawn = Guard("spot_check_not_drawn", lambda f: f.is_drawn)
spot_checks_are_done = Guard("spot_check_open", lambda f: f.open_spot_checks == 0)

S, A = ReconciliationState, ReconciliationAction
MANAGER = by(Role.CASE_MANAGER)
LABELS = {
    S.OPENED: ("已开启", "Opened"),
    S.STOCK_TAKEN: ("已汇总", "Stock taken"),
    S.REPORTED: ("已报告", "Reported"),
    A.TAKE_STOCK: ("汇总核对", "Take stock"),
    A.RECORD_SPOT_CHECK: ("登记抽查结果", "Record a spot check"),
    A.REPORT: ("报告", "Report"),
}

# fmt: off
RECONCILIATION = Lifecycle(
    name="clue_reconciliation", title=("线索汇总核对", "Clue reconciliation"), initial=S.OPENED, final=[S.REPORTED],
    labels=LABELS, rows=[
    Row("C10", (S.OPENED, S.STOCK_TAKEN), A.TAKE_STOCK,        S.STOCK_TAKEN, MANAGER, basis="ENF Art 25; SL Art 40"),
    Row("C10", (S.STOCK_TAKEN,),          A.RECORD_SPOT_CHECK, S.STOCK_TAKEN, MANAGER, needs=(clue_is_drawn,),
        basis="ENF Art 25"),
    Row("C10", (S.STOCK_TAKEN,),          A.REPORT,            S.REPORTED,    MANAGER, ("S3",),
        needs=(spot_checks_are_done,), documents=("线索汇总核对报告",), stops=("P-C10",),
        event="clue_reconciliation.reported", basis="ENF Art 25; SL Art 40"),
])
# fmt: on
