"""The conflict check before an assignment: declared relations, former posts, persons named in the matter.

A finding blocks the assignment until somebody decides about recusal.

Rule: 1.6.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

FORMER_POST_YEARS = 3


class Ground(StrEnum):
    """Why an officer may have to keep away."""

    CLOSE_RELATIVE = "close_relative"
    FORMER_POST = "former_post"
    INTEREST = "interest"
    IS_SUBJECT = "is_subject"
    OTHER_DOUBT = "other_doubt"
    WITNESS = "witness"


@dataclass(frozen=True, slots=True)
class Post:
    """A post an officer holds or held in an organisation; `left_on` is None while it is held."""

    organisation: str
    left_on: date | None = None


@dataclass(frozen=True, slots=True)
class Declared:
    """What an officer declared: persons by reference (relatives, shared interests) and posts.

    References are whatever the service names persons by; they are only compared, never shown.
    """

    officer_id: str
    own_ref: str = ""
    relatives: frozenset[str] = frozenset()
    interests: frozenset[str] = frozenset()
    posts: tuple[Post, ...] = ()


@dataclass(frozen=True, slots=True)
class Involved:
    """Who and what a matter names: subjects and other parties, witnesses, and the subjects' organisations."""

    parties: frozenset[str] = frozenset()
    witnesses: frozenset[str] = frozenset()
    organisations: frozenset[str] = frozenset()
    subjects: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Conflict:
    """One reason found and the officer it concerns; not which person, which would tell too much."""

    officer_id: str
    ground: Ground


def conflicts(declared: Declared, involved: Involved, on: date) -> tuple[Conflict, ...]:
    """Find every ground on which the officer may have to keep away from the matter on that day.

    A former post counts for three years after it was left, that day included, and so does one in an
    organisation above or inside the subject's. A declared interest may be in a person or an organisation.

    Rule: 1.6; the three years are this product's default.
    """
    everybody = involved.subjects | involved.parties | involved.witnesses
    grounds: list[Ground] = []
    if declared.own_ref and declared.own_ref in involved.subjects | involved.parties:
        grounds.append(Ground.IS_SUBJECT)
    if declared.own_ref and declared.own_ref in involved.witnesses:
        grounds.append(Ground.WITNESS)
    if declared.relatives & everybody:
        grounds.append(Ground.CLOSE_RELATIVE)
    if declared.interests & (everybody | involved.organisations):
        grounds.append(Ground.INTEREST)
    if any(_counts(post, involved.organisations, on) for post in declared.posts):
        grounds.append(Ground.FORMER_POST)
    return tuple(Conflict(declared.officer_id, ground) for ground in grounds)


def conflicts_of(everybody: Iterable[Declared], involved: Involved, on: date) -> tuple[Conflict, ...]:
    """Find the conflicts of several officers, such as a whole team."""
    return tuple(found for declared in everybody for found in conflicts(declared, involved, on))


def _counts(post: Post, organisations: frozenset[str], on: date) -> bool:
    if post.left_on is not None and on > _years_after(post.left_on, FORMER_POST_YEARS):
        return False
    return any(_same_organ(post.organisation, organisation) for organisation in organisations)


def _same_organ(one: str, other: str) -> bool:
    """Say whether one path is the other, or a unit of it (`/`); a lower organ (`:`) is another organ."""
    return one == other or one.startswith(f"{other}/") or other.startswith(f"{one}/")


def _years_after(day: date, years: int) -> date:
    try:
        return day.replace(year=day.year + years)
    except ValueError:  # 29 February
        return day.replace(year=day.year + years, day=28)
