"""From rows to clues, verifications and talks."""

from __future__ import annotations

from dataclasses import asdict, fields
from datetime import datetime
from typing import Any

from casework.domain.clue import Clue
from casework.domain.talk_inquiry import TalkInquiry
from casework.domain.verification import Verification
from shared.db.engine import Row

_CLUE = tuple(field.name for field in fields(Clue))
_VERIFICATION = tuple(field.name for field in fields(Verification))
_TALK_INQUIRY = tuple(field.name for field in fields(TalkInquiry))
_LISTS = ("problem_types", "subject_organisations")


def clue_of(row: Row) -> Clue:
    values = {name: row[name] for name in _CLUE}
    return Clue(**{**values, **{name: tuple(values[name]) for name in _LISTS}})


def columns_of(subject: Clue | Verification | TalkInquiry, created_at: datetime) -> dict[str, Any]:
    """Return the row of a new object."""
    values = {**asdict(subject), "created_at": created_at}
    return {name: list(value) if name in _LISTS else value for name, value in values.items()}


def verification_of(row: Row) -> Verification:
    return Verification(**{name: row[name] for name in _VERIFICATION})


def talk_inquiry_of(row: Row) -> TalkInquiry:
    return TalkInquiry(**{name: row[name] for name in _TALK_INQUIRY})
