"""A talk or letter of inquiry as the rest of the service sees it; plan, explanation and report lie sealed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum, auto
from uuid import UUID


class Outcome(StrEnum):
    """What a talk or inquiry leads to. Rule: T-7; a second round is a move of its own."""

    ACCEPTED_AND_CLOSED = auto()
    LIGHT_MEASURE = auto()
    TO_VERIFICATION = auto()
    FALSE_ACCUSATION_SUSPECTED = auto()


EXPLAINED_AT_MEETING = (Outcome.ACCEPTED_AND_CLOSED, Outcome.LIGHT_MEASURE)
"""Outcomes after which the subject explains the matter at a meeting of the Party organisation. Rule: T-9."""


class Talker(StrEnum):
    """Who leads the talk; the head of the subject's Party organisation only when leaders entrust it. Rule: T-3."""

    ORGAN_LEADER = auto()
    OFFICE_HEAD = auto()
    PARTY_ORGANISATION_HEAD = auto()


class SampleCheck(StrEnum):
    """Whether an explanation that was accepted is looked into all the same, and what was found. Rule: T-8."""

    DUE = auto()
    CREDIBLE = auto()
    NOT_CREDIBLE = auto()


class MeetingKind(StrEnum):
    """At which meeting the subject explains the matter. Rule: T-9."""

    DEMOCRATIC_LIFE = auto()
    ORGANISATIONAL_LIFE = auto()


@dataclass(frozen=True, slots=True)
class TalkInquiry:
    """One talk or inquiry (谈话函询) of a clue. `form` is `talk` or `letter` once it was chosen.

    `led_by` is who leads the talk by the approved plan. `meeting_held_on` is when the subject explained the matter
    before the Party organisation, if he did (`is_explained`).
    """

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
    led_by: str | None = None
    letter_received_on: date | None = None
    measure: str | None = None
    sample_check: str | None = None
    meeting_kind: str | None = None
    meeting_held_on: date | None = None
    is_explained: bool | None = None
