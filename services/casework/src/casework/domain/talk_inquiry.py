"""A talk or letter of inquiry as the rest of the service sees it; plan, explanation and report lie sealed."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum, auto
from uuid import UUID


class Outcome(StrEnum):
    """What a talk or inquiry leads to. Rule: T-7; a second round is a move of its own."""

    ACCEPTED_AND_CLOSED = auto()
    LIGHT_MEASURE = auto()
    TO_VERIFICATION = auto()
    FALSE_ACCUSATION_SUSPECTED = auto()


@dataclass(frozen=True, slots=True)
class TalkInquiry:
    """One talk or inquiry (谈话函询) of a clue. `form` is `talk` or `letter` once it was chosen."""

    id: UUID
    number: str | None
    state: str
    version: int
    holder_path: str
    secrecy: str
    clue_id: UUID
    heads_lower_committee: bool
    form: str | None = None
    rounds: int = 1
    outcome: str | None = None
    is_countersigned: bool = False
