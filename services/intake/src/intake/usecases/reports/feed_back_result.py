"""R-A6: each quarter the handling office tells the petition office how its reports were disposed of."""

from typing import Annotated, Literal

from pydantic import Field

from intake.domain.report import Report
from intake.store.papers import add_paper
from shared.http.models import Text
from shared.process.bodies import Command
from shared.process.process import Changes, Step


class FeedBackResult(Command):
    """集中反馈办理结果 · way of disposal, measures taken, and what the reporter said."""

    disposal_way: Literal["talk_inquiry", "preliminary_verification", "on_hold", "closed", "transferred"]
    measures: Annotated[str, Text(0, 2000), Field(description="处理情况 · measures taken")] = ""
    reporter_reaction: Annotated[
        str, Text(0, 2000), Field(description="举报人意见 · what the reporter said")
    ] = ""


async def feed_back_result(step: Step[Report, FeedBackResult]) -> Changes:
    """Keep what the office fed back; the quarter's clock of this report is met.

    Rule: R-A6, DL-06.
    """
    command = step.command
    fields = command.model_dump(include={"disposal_way", "measures", "reporter_reaction"})
    add_paper(
        step.tx, step.desk.seals, step.subject.id, "quarterly_feedback", fields, by=step.actor.id, at=step.at
    )  # fmt: skip
    grade = step.subject.truth_grade
    return Changes(event={"disposal_way": command.disposal_way, "truth_grade": grade})
