"""What the lists of clues, verifications and talks may be sorted and filtered by."""

from __future__ import annotations

from types import MappingProxyType
from typing import Any

import sqlalchemy as sa

from casework.domain.talk_inquiry import EXPLAINED_AT_MEETING
from casework.domain.talk_inquiry_lifecycle import TalkInquiryState
from casework.store.tables.clues import ClueRow, TalkInquiryRow, VerificationRow
from shared.http.filters import any_of, equals, from_day, is_true, to_day
from shared.http.paging import Sorting

_CLUES: Any = ClueRow.__table__
_VERIFICATIONS: Any = VerificationRow.__table__
_TALKS: Any = TalkInquiryRow.__table__


def _sorting(table: Any, day: str) -> Sorting:
    return Sorting({day: table.c[day], "state": table.c.state}, default=f"-{day}", last=table.c.id)


def _awaits_meeting(talk: Any) -> sa.ColumnElement[bool]:
    return sa.and_(
        talk.state.in_([TalkInquiryState.DECIDED.value, TalkInquiryState.FILED.value]),
        talk.outcome.in_([one.value for one in EXPLAINED_AT_MEETING]),
        talk.is_explained.is_not(sa.true()),
    )


CLUE_SORTING = _sorting(_CLUES, "received_on")
VERIFICATION_SORTING = _sorting(_VERIFICATIONS, "created_at")
TALK_INQUIRY_SORTING = _sorting(_TALKS, "created_at")

CLUE_CONDITIONS = MappingProxyType(
    {
        **{name: any_of(_CLUES.c[name]) for name in ("source", "region", "field", "way")},
        "report_id": equals(_CLUES.c.report_id),
        "received_from": from_day(_CLUES.c.received_on),
        "received_to": to_day(_CLUES.c.received_on),
    }
)
VERIFICATION_CONDITIONS = MappingProxyType({"clue_id": equals(_VERIFICATIONS.c.clue_id)})
TALK_INQUIRY_CONDITIONS = MappingProxyType(
    {
        "clue_id": equals(_TALKS.c.clue_id),
        "form": any_of(_TALKS.c.form),
        "outcome": any_of(_TALKS.c.outcome),
        "awaits_reply": is_true(_TALKS.c.state == TalkInquiryState.LETTER_SENT.value),
        "awaits_meeting": is_true(_awaits_meeting(_TALKS.c)),
    }
)
