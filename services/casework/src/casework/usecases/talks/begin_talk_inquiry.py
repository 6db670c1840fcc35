"""C6: an approved talk or inquiry begins, its plan still to be written."""

from typing import Any

from casework.domain.clue import Clue
from casework.domain.talk_inquiry import TalkInquiry
from casework.domain.talk_inquiry_lifecycle import TALK_INQUIRY
from casework.usecases.clues.branching import make, taken_from
from shared.process.process import Changes, Step


async def begin_talk_inquiry(step: Step[Clue, Any]) -> Changes:
    """Make the talk or inquiry.

    Rule: C6, T-1.
    """
    talk = TalkInquiry(state=TALK_INQUIRY.initial.value, **await taken_from(step, TALK_INQUIRY.name))
    await make(step, talk, TALK_INQUIRY.name, rule="T-1")
    return Changes(columns={"talk_inquiry_id": talk.id}, event={"talk_inquiry_id": str(talk.id)})
