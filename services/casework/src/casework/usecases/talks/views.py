"""What an officer sees of a talk or inquiry."""

from datetime import date
from typing import Any
from uuid import UUID

from casework.domain.talk_inquiry import TalkInquiry
from casework.usecases.papers import papers_of
from shared.db import Reader
from shared.http.models import ObjectOut
from shared.process.desk import Desk
from shared.process.process import Viewer
from shared.process.shown_papers import PaperOut


class TalkInquiryOut(ObjectOut):
    """A talk or inquiry as officers see it."""

    clue_id: UUID
    heads_lower_committee: bool
    form: str | None
    rounds: int
    outcome: str | None
    is_countersigned: bool
    led_by: str | None
    letter_received_on: date | None
    measure: str | None
    sample_check: str | None
    meeting_kind: str | None
    meeting_held_on: date | None
    is_explained: bool | None
    papers: list[PaperOut]


async def view_talk_inquiry(reader: Reader, desk: Desk, talk: TalkInquiry, viewer: Viewer) -> dict[str, Any]:
    """Return the talk's own fields, and to who may read them its papers."""
    return {
        "clue_id": talk.clue_id,
        "heads_lower_committee": talk.heads_lower_committee,
        "form": talk.form,
        "rounds": talk.rounds,
        "outcome": talk.outcome,
        "is_countersigned": talk.is_countersigned,
        "led_by": talk.led_by,
        "letter_received_on": talk.letter_received_on,
        "measure": talk.measure,
        "sample_check": talk.sample_check,
        "meeting_kind": talk.meeting_kind,
        "meeting_held_on": talk.meeting_held_on,
        "is_explained": talk.is_explained,
        "papers": await papers_of(reader, desk, "talk_inquiry", talk.id, viewer),
    }
