"""A report as the rest of the service sees it: codes and dates, never its text or its reporter."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from uuid import UUID

from intake.domain.report_lifecycle import ReportState
from intake.domain.stub_lifecycle import SEALED_AWAY

NAMED = "named"
ANONYMOUS = "anonymous"
UNVERIFIED = "unverified"
SETTLED_ITSELF = ("appeal", "suggestion")
"""Categories whose handling is no clue's: the office settles them itself. Rule: 18.2."""


@dataclass(frozen=True, slots=True)
class Report:
    """One report (检举控告件)."""

    id: UUID
    number: str | None
    state: str
    version: int
    holder_path: str
    secrecy: str
    category: str
    channel: str
    region: str | None
    field: str | None
    received_on: date
    legal_regime: str
    named_status: str
    problem_types: tuple[str, ...]
    is_duplicate_of: UUID | None = None
    split_from: UUID | None = None
    office_path: str | None = None
    clue_id: UUID | None = None
    reason: str | None = None
    truth_grade: str | None = None
    concluded_on: date | None = None
    new_evidence_on: date | None = None
    proposed_jurisdiction: str | None = None
    proposed_because: str | None = None
    proposed_path: str | None = None
    jurisdiction: str | None = None
    subject_organisations: tuple[str, ...] = ()
    subject_rank: str | None = None
    passed_from: str | None = None
    source_system: str | None = None
    source_ref: str | None = None
    reporter_count: int = 0
    visitor_count: int | None = None
    merged_into: UUID | None = None
    demand_id: UUID | None = None

    @property
    def is_named(self) -> bool:
        """Say whether the reporter's name was checked and found true. Rule: C-7."""
        return self.named_status == NAMED

    @property
    def priority(self) -> str:
        """Return `named` for what is handled first, else `normal`. Rule: R-A1, RPT Art 25."""
        return NAMED if self.is_named else "normal"

    @property
    def makes_clue(self) -> bool:
        """Say whether its handling is a clue's; an appeal or a suggestion is settled by the office itself. Rule: 18.2."""
        return self.category not in SETTLED_ITSELF

    @property
    def is_split(self) -> bool:
        """Say whether a demand was split off it, or it was split off a demand. Rule: B2."""
        return self.demand_id is not None or self.split_from is not None

    def sealed_away(self) -> Report:
        """Return the report as it goes straight to a superior, where nobody of this organ sees or counts it.

        Rule: SoD-5, C-6.
        """
        return replace(self, holder_path=SEALED_AWAY, state=ReportState.REFERRED_UP.value)
