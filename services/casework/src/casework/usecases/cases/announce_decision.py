"""D16: a Party sanction is announced to the grass-roots organisation and the person."""

from typing import Annotated

from pydantic import Field

from casework.domain.case import Case
from casework.usecases.writing import write
from shared.http.models import Day, Line
from shared.process.bodies import Command
from shared.process.process import Changes, Step


class AnnounceDecision(Command):
    """宣布处分决定 · where, when, to whom."""

    announced_on: Annotated[Day | None, Field(description="宣布日期，默认当日 · day")] = None
    place: Annotated[str, Line(0, 200), Field(description="地点 · place")] = ""
    audience: Annotated[str, Line(0, 500), Field(description="宣布范围 · to whom")] = ""


async def announce_decision(step: Step[Case, AnnounceDecision]) -> Changes:
    """Keep the record; the month to announce ends.

    Rule: D16, DL-23, ENF Art 56.
    """
    await write(step, "case", "announcement")
    return Changes()
