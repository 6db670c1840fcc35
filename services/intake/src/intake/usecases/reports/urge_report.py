"""A8: an assigned report that drags is urged, on a ground and in a way from the lists."""

from typing import Literal

from intake.domain.report import Report
from intake.domain.report_lifecycle import REPORT
from intake.usecases.chasing.record_urging import record_urging, urge_signs
from shared.process.bodies import Command
from shared.process.process import Changes, Step


class UrgeReport(Command):
    """督办 · why and how."""

    ground: Literal["overdue", "poor_organisation_or_perfunctory", "needs_supplement", "other"]
    method: Literal["letter", "hearing_a_report", "reading_the_file", "on_site"] = "letter"

    @property
    def leaving(self) -> str:
        return self.opinion


_BASIS = {"poor_organisation_or_perfunctory": "perfunctory"}


async def urge_report_signs(step: Step[Report, UrgeReport]) -> tuple[str, ...]:
    """Return who signs: a second urging is red, and the principal leader signs it too."""
    return await urge_signs(step, step.subject.office_path)


async def urge_report(step: Step[Report, UrgeReport]) -> Changes:
    """Make the urging of the handling organ, and tell by codes that it was urged.

    Rule: A8.
    """
    ground = step.command.ground
    await record_urging(
        step, REPORT.name, step.subject.office_path or "", basis=_BASIS.get(ground, ground),
        letter=step.command.opinion or "请按督办要求抓紧办理，按期书面报告。",
    )  # fmt: skip
    return Changes(event={"ground": step.command.ground, "method": step.command.method})
