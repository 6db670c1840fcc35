"""The life of a trend report (信访举报形势分析), as one table: drafted from figures, issued, acknowledged by who was named.

Rule: R-A7, RPT Art 31.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum, auto
from typing import Any
from uuid import UUID

from shared.auth.roles import Role
from shared.lifecycle import Guard, Lifecycle, Row, by

TO_SUPERIOR, TO_PARTY = "superior_commission", "party_committee"
"""Capacities of who was named to be told: they read the report once it is issued."""
UNREAD_ABOVE, UNREAD_BY_SUPERIOR, UNREAD_BY_PARTY = "unread_above", "unread_by_superior", "unread_by_party"
"""Capacities of whom an issued report waits for: the petition office above, who is above the organ, its Party committee."""


class TrendReportState(StrEnum):
    """Where a trend report stands."""

    DRAFTED = auto()
    ISSUED = auto()
    DISCARDED = auto()


class TrendReportAction(StrEnum):
    """What can be done with a trend report."""

    REVISE = auto()
    ISSUE = auto()
    DISCARD = auto()
    ACKNOWLEDGE = auto()


@dataclass(frozen=True, slots=True)
class TrendReport:
    """One trend report. `figures` are as counted when it was drafted and do not change."""

    id: UUID
    number: str | None
    state: str
    version: int
    holder_path: str
    secrecy: str
    period_from: date
    period_to: date
    recipients: tuple[str, ...]
    figures: dict[str, Any]
    issued_on: date | None = None


@dataclass(frozen=True, slots=True)
class TrendReportFacts:
    """What the guards of a trend report look at."""

    has_text: bool = True


has_text = Guard("analysis_missing", lambda f: f.has_text)

S, A = TrendReportState, TrendReportAction
OFFICER = by(Role.PETITION_OFFICER)
READERS = {
    UNREAD_ABOVE: Role.PETITION_OFFICER,
    UNREAD_BY_SUPERIOR: Role.SUPERIOR_COMMISSION,
    UNREAD_BY_PARTY: Role.PARTY_PRINCIPAL,
}
"""Who acknowledges for each of them: with that the report no longer waits there, and is read on."""
NAMED = tuple(party for capacity, role in READERS.items() for party in by(role, capacity=capacity))

LABELS = {
    S.DRAFTED: ("已拟稿", "Drafted"),
    S.ISSUED: ("已报送", "Issued"),
    S.DISCARDED: ("已作废", "Discarded"),
    A.REVISE: ("修改", "Revise"),
    A.ISSUE: ("报送", "Issue"),
    A.DISCARD: ("作废", "Discard"),
    A.ACKNOWLEDGE: ("阅知", "Acknowledge"),
}

# fmt: off
TREND_REPORT = Lifecycle(
    name="trend_report", title=("信访举报形势分析", "Trend report"), initial=S.DRAFTED, final=[S.DISCARDED],
    labels=LABELS, rows=[
    Row("R-A7", (S.DRAFTED,), A.REVISE,  S.DRAFTED,   OFFICER, basis="RPT Art 31"),
    Row("R-A7", (S.DRAFTED,), A.ISSUE,   S.ISSUED,    OFFICER, ("S3",), needs=(has_text,),
        event="trend_report.issued", basis="RPT Art 31"),
    Row("R-A7", (S.DRAFTED,), A.DISCARD, S.DISCARDED, OFFICER, basis="RPT Art 31"),
    Row("R-A7", (S.ISSUED,), A.ACKNOWLEDGE, S.ISSUED, NAMED, basis="RPT Art 31"),
])
# fmt: on
