"""A rectification item as the rest of the service sees it, and who holds it in which state."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum, auto
from uuid import UUID

from rectification.domain.item_lifecycle import ItemState as S
from rectification.domain.tracked import Tracked


class IntegrationTheme(StrEnum):
    """Into what an item is integrated (四个融入)."""

    DAILY_WORK = auto()
    DEEPER_REFORM = auto()
    STRICT_PARTY_GOVERNANCE = auto()
    TEAM_BUILDING = auto()


class VerificationMethod(StrEnum):
    """How an item is verified."""

    DESK = auto()
    FIELD = auto()
    SAMPLE = auto()


class FalseOutcome(StrEnum):
    """How rectification turned out not to be one."""

    FALSE = auto()
    SUPERFICIAL = auto()


class FoundBy(StrEnum):
    """What showed it."""

    SAMPLING = auto()
    LOOK_BACK = auto()
    SPECIAL_CHECK = auto()
    REPORT = auto()


@dataclass(frozen=True, slots=True)
class Item(Tracked):
    """A rectification item (整改事项): of a finding, or opened by a recommendation that was served.

    `organisation_path` is who must put it right, `owner` the member responsible. `first_due_on` is the date of the
    plan, `due_on` the one in force. `is_on_time` is judged once, when the item is verified, and never again.
    `verifier_path` is the body that verified last; it stays when the item is found false.
    """

    organisation_path: str
    title: str
    measures: str
    owner: str
    unit: str
    integration_theme: str | None
    due_on: date
    first_due_on: date
    is_long_term: bool = False
    inspected_organization_id: UUID | None = None
    finding_id: UUID | None = None
    recommendation_id: UUID | None = None
    submitted_on: date | None = None
    verifier_path: str | None = None
    verified_on: date | None = None
    is_on_time: bool | None = None
    closed_on: date | None = None
    rebounds: int = 0
    false_outcomes: int = 0


def charged(item: Item) -> dict[str, str]:
    """Return whom rectification that proves false counts against, by what each had done. Rule: chapter 7, rules."""
    bodies = {
        "rectified": item.organisation_path,
        "verified": item.verifier_path,
        "struck_off": item.holder_path if item.closed_on else None,
    }
    return {part: path for part, path in bodies.items() if path is not None}


def held_by(state: str, owner: str, supervisors: tuple[str, ...], office: str) -> tuple[str, ...]:
    """Return who must act next on an item in a state; nobody when it has ended."""
    if state == S.SUBMITTED:
        return supervisors
    if state == S.VERIFIED:
        return (office,)
    return () if state in (S.CLOSED, S.CANCELLED) else (owner,)


def is_late(state: str, due_on: date, today: date) -> bool:
    """Say whether an item is past its date and not verified."""
    return due_on < today and state not in (S.VERIFIED, S.CLOSED, S.CANCELLED)
