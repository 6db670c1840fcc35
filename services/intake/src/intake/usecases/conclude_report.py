"""A14: the handling has ended with a truth grade; a named reporter is to be told within 15 working days."""

from datetime import date
from typing import Annotated, Literal

from pydantic import Field

from intake.domain.report import Report
from intake.domain.report_lifecycle import ReportAction, ReportState
from intake.usecases.merged_reports import move_members
from shared.process.bodies import Command
from shared.process.process import Changes, Step

TruthGrade = Literal[
    "true", "partly_true", "basically_true", "untrue", "cannot_be_proved", "misreport", "false_accusation"
]


class ConcludeReport(Command):
    """办结 · how true the report turned out to be."""

    truth_grade: TruthGrade = "cannot_be_proved"
    concluded_on: Annotated[date, Field(description="办结日期 · day of conclusion")] | None = None


async def conclude_report(step: Step[Report, ConcludeReport]) -> Changes:
    """Keep the grade; the time to give feedback runs only where there is somebody to give it to.

    Merged reports end with this one, each with a time and words of its own.

    Rule: A14, DL-02, R-A2, 2.4.
    """
    await move_members(
        step.tx, step.desk, step.subject.id, (ReportState.MERGED,), ReportAction.CONCLUDE, step.command
    )
    on = step.command.concluded_on or step.today
    return Changes(
        columns={"truth_grade": step.command.truth_grade, "concluded_on": on},
        event={"truth_grade": step.command.truth_grade, "concluded_on": on.isoformat()},
        starts_from={"DL-02": on},
        no_clock=frozenset() if step.subject.is_named else frozenset({"DL-02"}),
        clock_holder=step.subject.office_path or "",
    )
