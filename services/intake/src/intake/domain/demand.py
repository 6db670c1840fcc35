"""A livelihood demand as the rest of the service sees it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from uuid import UUID


@dataclass(frozen=True, slots=True)
class Demand:
    """One demand (民生诉求)."""

    id: UUID
    number: str | None
    state: str
    version: int
    holder_path: str
    secrecy: str
    channel: str
    region: str | None
    field: str | None
    received_on: date
    legal_regime: str
    is_anonymous: bool
    kind: str | None = None
    department_path: str | None = None
    report_id: UUID | None = None
    merged_into: UUID | None = None
    view: str | None = None
    reason: str | None = None
    answered_on: date | None = None
    satisfaction: int | None = None
    outcome: str | None = None
    had_review: bool = False
    had_final_review: bool = False
    households_helped: int | None = None
    money_paid_back: int | None = None
    documents_issued: int | None = None
    proposed_department_path: str | None = None
    refusal_count: int = 0
    is_ruled: bool = False
    source_system: str | None = None
    source_ref: str | None = None
    reporter_count: int = 0
    visitor_count: int | None = None
    problem_since: date | None = None
    reviewed_demand: UUID | None = None

    @property
    def is_split(self) -> bool:
        """Say whether a report belongs to it; with one sealed away, it does not say which. Rule: B2, SoD-5."""
        return self.report_id is not None or self.kind == "both"
