"""A4: a report outside our duties is not accepted, for one of three reasons."""

from typing import Literal

from intake.domain.report import Report
from shared.process.bodies import Command
from shared.process.process import Changes, Step


class DeclineReport(Command):
    """不予受理 · the reason, from the closed list."""

    reason: Literal["judicial_or_arbitration_route", "other_organ_duty", "no_substance"]


async def decline_report(step: Step[Report, DeclineReport]) -> Changes:
    """Keep the reason; the reporter reads a sentence that names no organ's business.

    Rule: A4.
    """
    return Changes(columns={"reason": step.command.reason}, event={"reason": step.command.reason})
