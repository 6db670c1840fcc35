"""A4: a report outside our duties is not accepted, for one of three reasons."""

from typing import Annotated, Literal

from pydantic import Field

from intake.domain.report import Report
from intake.usecases.demands.where_to_turn import tell_where_to_turn
from shared.http.models import Line
from shared.process.bodies import Command
from shared.process.process import Changes, Step


class DeclineReport(Command):
    """不予受理 · the reason, from the closed list."""

    reason: Literal["judicial_or_arbitration_route", "other_organ_duty", "no_substance"]
    competent_body: Annotated[
        str,
        Line(0, 200),
        Field(description="有权处理的机关，告知反映人 · the body in charge, told to the reporter"),
    ] = ""


async def decline_report(step: Step[Report, DeclineReport]) -> Changes:
    """Keep the reason; the reporter reads a sentence that names no organ's business.

    Rule: A4, RPT Art 13.
    """
    tell_where_to_turn(step, step.command.competent_body)
    return Changes(columns={"reason": step.command.reason}, event={"reason": step.command.reason})
