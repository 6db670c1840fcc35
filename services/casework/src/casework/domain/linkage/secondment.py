"""A secondment (人员抽调) as the service sees it: who, whose, from when to when; nothing of the matter.

Rule: E4; the home body sees days lent, never content.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import StrEnum, auto
from uuid import UUID
from zoneinfo import ZoneInfo


class Grade(StrEnum):
    """How a lent officer did (考评等次)."""

    EXCELLENT = auto()
    COMPETENT = auto()
    BASICALLY_COMPETENT = auto()
    NOT_COMPETENT = auto()


@dataclass(frozen=True, slots=True)
class Secondment:
    """One officer asked for, and lent, from a day to a day.

    `other_…` is the home body's counter-proposal. `overlaps` and `load` were found when the officer was asked
    for: other loans in the period, and other tasks under way.
    """

    id: UUID
    number: str | None
    state: str
    version: int
    holder_path: str
    secrecy: str
    task_id: UUID
    officer_id: str
    login: str
    officer_path: str
    home_path: str
    zone: str
    from_on: date
    to_on: date
    skill: str | None = None
    overlaps: int = 0
    load: int = 0
    other_officer_id: str | None = None
    other_login: str | None = None
    other_officer_path: str | None = None
    other_from_on: date | None = None
    other_to_on: date | None = None
    extended_to_on: date | None = None
    ended_on: date | None = None
    grade: str | None = None


@dataclass(frozen=True, slots=True)
class Window:
    """The instants between which an officer has access."""

    since: datetime
    until: datetime


def window(from_on: date, to_on: date, now: datetime, zone: ZoneInfo) -> Window:
    """Return from when on access holds, and the end of the last day."""
    begins = datetime.combine(from_on, time.min, tzinfo=zone)
    ends = datetime.combine(to_on + timedelta(days=1), time.min, tzinfo=zone)
    return Window(max(begins, now), ends)


def days_lent(from_on: date, to_on: date, within_from: date, within_to: date) -> int:
    """Count the days of a loan that lie in a period, both ends included."""
    first, last = max(from_on, within_from), min(to_on, within_to)
    return max((last - first).days + 1, 0)


def home_of(path: str, organisations: list[str]) -> str | None:
    """Return the path of the organisation of a contact zone that an officer's own organisation belongs to."""
    codes = path.replace(":", "/").split("/")
    for code in organisations:
        if code in codes:
            end = len("/".join(codes[: codes.index(code) + 1]))
            return path[:end]
    return None
