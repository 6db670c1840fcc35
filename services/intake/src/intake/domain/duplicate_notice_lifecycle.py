"""The life of a notice of repeats (重复件通报), as one table: sent by the system each quarter, acknowledged by the office.

Rule: A10, RPT Art 14.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum, auto
from uuid import UUID

from intake.domain.quarters import quarter_of
from intake.domain.report_lifecycle import ASSIGNED, HANDLING
from shared.auth.roles import Role
from shared.lifecycle import Lifecycle, Row, by

TOLD_AS = (HANDLING, ASSIGNED)
"""Capacities of whom a notice goes to: the same in which they know of the reports it names."""


class DuplicateNoticeState(StrEnum):
    """Where a notice stands."""

    SENT = auto()
    ACKNOWLEDGED = auto()


class DuplicateNoticeAction(StrEnum):
    """What can be done with a notice."""

    ACKNOWLEDGE = auto()


@dataclass(frozen=True, slots=True)
class DuplicateNotice:
    """One notice: to whom, for which quarter, of how many reports and repeats; counted once, never changed."""

    id: UUID
    number: str | None
    state: str
    version: int
    holder_path: str
    secrecy: str
    to_path: str
    quarter_from: date
    report_count: int
    repeat_count: int
    last_received_on: date
    acknowledged_on: date | None = None

    @property
    def quarter(self) -> str:
        """The quarter it tells of, such as `2021-Q3`."""
        return str(quarter_of(self.quarter_from))


S, A = DuplicateNoticeState, DuplicateNoticeAction
ADDRESSEE = by(
    Role.HANDLER, Role.OFFICE_HEAD, Role.CADRE_SUPERVISOR, Role.CASE_REVIEWER, capacity=HANDLING
) + by(Role.PETITION_OFFICER, Role.DISTRICT_COMMISSION, Role.TOWN_COMMISSION, capacity=ASSIGNED)

LABELS = {
    S.SENT: ("已通报", "Sent"),
    S.ACKNOWLEDGED: ("已阅知", "Acknowledged"),
    A.ACKNOWLEDGE: ("阅知", "Acknowledge"),
}

# fmt: off
DUPLICATE_NOTICE = Lifecycle(
    name="duplicate_notice", title=("重复件通报", "Notice of repeats"), initial=S.SENT, final=[S.ACKNOWLEDGED],
    labels=LABELS, rows=[
    Row("A10", (S.SENT,), A.ACKNOWLEDGE, S.ACKNOWLEDGED, ADDRESSEE, stops=("P-A10",),
        event="duplicate_notice.acknowledged", basis="RPT Art 14"),
])
# fmt: on
