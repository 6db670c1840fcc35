"""A preliminary verification as the service sees it: codes, dates and ids; plan and report lie sealed."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum, auto
from uuid import UUID

from casework.domain.truth import TruthGrade

SMALLEST_TEAM = 2
"""Rule: V-1, SoD-6."""


class Proposal(StrEnum):
    """What the office proposes after verifying. Rule: V-5."""

    FILE_CASE = auto()
    CLOSE = auto()
    REMINDER_TALK = auto()
    ON_HOLD = auto()
    TRANSFER_TO_PARTY_ORGANISATION = auto()


class Measure(StrEnum):
    """What may be done to verify; each needs approval of its own. Rule: V-3."""

    TALK = auto()
    EXPLANATION_REQUEST = auto()
    PERSONAL_MATTERS_REPORT = auto()
    FILES_ACCOUNTS = auto()
    ASSET_INQUIRY = auto()
    APPRAISAL = auto()
    PROPERTY_CUSTODY = auto()


@dataclass(frozen=True, slots=True)
class Verification:
    """One preliminary verification (初步核实) of a clue. Its `heads_lower_committee` is the clue's."""

    id: UUID
    number: str | None
    state: str
    version: int
    holder_path: str
    secrecy: str
    clue_id: UUID
    heads_lower_committee: bool
    truth_grade: str | None = None
    proposal: str | None = None
    report_version: int = 0


def proposal_for(grade: str | None) -> Proposal:
    """Say what follows from a truth grade when the office names nothing else."""
    found = {TruthGrade.TRUE, TruthGrade.PARTLY_TRUE, TruthGrade.BASICALLY_TRUE}
    return Proposal.FILE_CASE if grade in found else Proposal.CLOSE
