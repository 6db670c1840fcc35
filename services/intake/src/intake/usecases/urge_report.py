"""A8: an assigned report that drags is urged, on a ground and in a way from the lists."""

from typing import Literal

from intake.domain.report import Report
from shared.process.bodies import Command
from shared.process.process import Changes, Step


class UrgeReport(Command):
    """督办 · why and how."""

    ground: Literal["overdue", "poor_organisation_or_perfunctory", "needs_supplement", "other"]
    method: Literal["letter", "hearing_a_report", "reading_the_file", "on_site"] = "letter"


async def urge_report(step: Step[Report, UrgeReport]) -> Changes:
    """Tell by codes that the handling organ was urged.

    Rule: A8.
    """
    return Changes(event={"ground": step.command.ground, "method": step.command.method})
