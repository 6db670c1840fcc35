"""T-9: the subject explains the matter at this or next year's meeting of the Party organisation."""

from datetime import date
from typing import Annotated

from pydantic import Field

from casework.domain.talk_inquiry import MeetingKind, TalkInquiry
from casework.usecases.cases.days import not_in_future
from casework.usecases.writing import write
from shared.http.models import Text
from shared.process.bodies import Command
from shared.process.process import Changes, Step


class RecordMeeting(Command):
    """登记会上说明 · which meeting, when, and whether the subject explained the matter there."""

    kind: Annotated[MeetingKind, Field(description="民主生活会或者组织生活会 · kind of meeting")]
    held_on: Annotated[date, Field(description="召开日期 · when")]
    is_explained: Annotated[bool, Field(description="是否作出说明 · whether he explained")]
    note: Annotated[str, Text(0, 5000), Field(description="说明情况 · what was said")] = ""


async def record_meeting(step: Step[TalkInquiry, RecordMeeting]) -> Changes:
    """Keep what was recorded last; earlier records stay as papers.

    Raises: Problem `invalid_input` for a day to come.
    Rule: T-9, ENF Art 31.
    """
    command = step.command
    held_on = not_in_future(command.held_on, "/held_on", step.today)
    await write(step, "talk_inquiry", "meeting")
    columns = {
        "meeting_kind": command.kind.value,
        "meeting_held_on": held_on,
        "is_explained": command.is_explained,
    }
    return Changes(columns=columns)
