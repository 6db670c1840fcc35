"""F4: the leadership holds its thematic democratic-life meeting; supervisors may sit in."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from rectification.domain.organization import InspectedOrganization
from rectification.usecases.writing import write
from shared.http.models import Day, Line, Text
from shared.process.bodies import Command
from shared.process.process import Changes, Step


class HoldThematicMeeting(Command):
    """召开专题民主生活会 · when, who sat in, and the minutes."""

    held_on: Annotated[Day, Field(description="召开日期 · day")]
    sat_in: Annotated[
        list[Annotated[str, Line(1, 100)]], Field(max_length=20, description="列席单位 · who sat in")
    ] = []
    minutes: Annotated[str, Text(2, 20000), Field(description="会议记录 · minutes")]


async def hold_thematic_meeting(step: Step[InspectedOrganization, HoldThematicMeeting]) -> Changes:
    """Keep the minutes.

    Rule: F4.
    """
    await write(step, "inspected_organization", "thematic_meeting")
    return Changes()
