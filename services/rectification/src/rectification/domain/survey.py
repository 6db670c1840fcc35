"""Satisfaction surveys: who is asked, and from how many answers on a result is told. Pure.

Rule: chapter 8, D1 and D2 of 18.7; T47.
"""

from __future__ import annotations

import hashlib
import secrets
from enum import StrEnum, auto

LEAST_ANSWERS = 5
"""Fewer answers are nobody's result: each could be guessed."""
SATISFIED_FROM = 4
"""Of five steps, the two best count as satisfied."""


class SurveyKind(StrEnum):
    """Who is asked."""

    STAFF = auto()
    PUBLIC = auto()


def new_token() -> str:
    """Return a token of 160 random bits."""
    return secrets.token_urlsafe(20)


def token_digest(token: str) -> bytes:
    """Return what is kept of a token."""
    return hashlib.sha256(token.encode()).digest()


def share_satisfied(satisfied: int, answers: int) -> float | None:
    """Return the share of satisfied answers, or nothing under five answers."""
    return round(satisfied / answers, 4) if answers >= LEAST_ANSWERS else None
