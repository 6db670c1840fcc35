"""From the filters of a list to conditions on its table."""

from __future__ import annotations

from datetime import datetime
from typing import Any

import sqlalchemy as sa

from casework.store.tables.clues import ClueRow, TalkInquiryRow, VerificationRow
from shared.clocks.store import overdue
from shared.http.filters import any_of, equals, from_day, is_true, to_day
from shared.http.paging import Sorting

_CLUES: Any = ClueRow.__table__
_VERIFICATIONS: Any = VerificationRow.__table__
_TALKS: Any = TalkInquiryRow.__table__


def _sorting(table: Any, day: str) -> Sorting:
    return Sorting({day: table.c[day], "state": table.c.state}, default=f"-{day}", last=table.c.id)


CLUE_SORTING = _sorting(_CLUES, "received_on")
VERIFICATION_SORTING = _sorting(_VERIFICATIONS, "created_at")
TALK_INQUIRY_SORTING = _sorting(_TALKS, "created_at")


def clue_conditions(query: Any, at: datetime) -> list[sa.ColumnElement[bool]]:
    conditions = {
        **{name: any_of(_CLUES.c[name]) for name in ("state", "source", "region", "field", "way")},
        "number": equals(_CLUES.c.number),
        "report_id": equals(_CLUES.c.report_id),
        "received_from": from_day(_CLUES.c.received_on),
        "received_to": to_day(_CLUES.c.received_on),
        "overdue": is_true(overdue(_CLUES.c.id, at)),
    }
    return _given(query, conditions)


def verification_conditions(query: Any, at: datetime) -> list[sa.ColumnElement[bool]]:
    return _given(query, _branch(_VERIFICATIONS, at))


def talk_inquiry_conditions(query: Any, at: datetime) -> list[sa.ColumnElement[bool]]:
    return _given(query, _branch(_TALKS, at))


def _branch(table: Any, at: datetime) -> dict[str, Any]:
    return {
        "state": any_of(table.c.state),
        "clue_id": equals(table.c.clue_id),
        "overdue": is_true(overdue(table.c.id, at)),
    }


def _given(query: Any, conditions: dict[str, Any]) -> list[sa.ColumnElement[bool]]:
    asked = {name: getattr(query, name) for name in conditions}
    return [conditions[name](value) for name, value in asked.items() if value not in (None, [])]
