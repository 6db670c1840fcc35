"""The life of a record of broken glass, as one table.

Rule: 1.4; security promises T03.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum, auto

from shared.auth.common_rules import BREAKER, BREAKERS, LEADERS
from shared.lifecycle import Guard, Lifecycle, Row, by


class BreakGlassState(StrEnum):
    """Where a record stands. Access ends by itself whatever the state."""

    OPENED = auto()
    ACKNOWLEDGED = auto()
    ENDED = auto()


class BreakGlassAction(StrEnum):
    """What can be done with a record."""

    ACKNOWLEDGE = auto()
    END = auto()


@dataclass(frozen=True, slots=True)
class BreakGlassFacts:
    """What the guards look at."""

    is_own: bool = False


is_anothers = Guard("own_break_glass", lambda f: not f.is_own)

S, A = BreakGlassState, BreakGlassAction
SUPERIOR = by(*LEADERS)
LABELS = {
    S.OPENED: ("已开启", "Opened"),
    S.ACKNOWLEDGED: ("上级已阅", "Acknowledged"),
    S.ENDED: ("已终止", "Ended"),
    A.ACKNOWLEDGE: ("阅知", "Acknowledge"),
    A.END: ("终止查阅", "End"),
}

# fmt: off
BREAK_GLASS_LIFECYCLE = Lifecycle(
    name="break_glass", title=("紧急查阅", "Broken glass"), initial=S.OPENED, final=[S.ENDED], labels=LABELS, rows=[
    Row("1.4", (S.OPENED,),                A.ACKNOWLEDGE, S.ACKNOWLEDGED, SUPERIOR, needs=(is_anothers,)),
    Row("1.4", (S.OPENED, S.ACKNOWLEDGED), A.END,         S.ENDED,
        (*SUPERIOR, *by(*BREAKERS, capacity=BREAKER)), event="break_glass.ended"),
])
# fmt: on
