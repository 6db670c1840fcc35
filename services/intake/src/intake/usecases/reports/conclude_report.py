"""A14: the handling has ended with a truth grade; a named reporter is to be told within 15 working days."""

from datetime import date
from typing import Annotated, Literal

from pydantic import Field

from intake.domain.report import Report
from intake.domain.report_lifecycle import ReportAction, ReportState
from intake.usecases.reports.merged_reports import move_members
from shared.process.bodies import Command
from shared.process.process import Changes, Step

TruthGrade = Literal[
    "true", "partly_true", "basically_true", "untrue", "cannot_be_proved", "misreport", "false_accusation"
]


class ConcludeReport(Command):
    """办结 · how true the report turned out to be."""

    truth_grade: Annotated[
        TruthGrade | None,
        Field(description="属实情况，默认取报告结果 · grade; else that of the reported result"),
    ] = None
    passed_on: Annotated[
        bool,
        Field(description="已移送其他机关继续办理 · another organ goes on, and finds out how true it is"),
    ] = False
    concluded_on: Annotated[date, Field(description="办结日期 · day of conclusion")] | None = None


async def conclude_report(step: Step[Report, ConcludeReport]) -> Changes:
    """Keep the grade; the time to give feedback runs only where there is somebody to give it to.

    Of what another organ goes on with, nobody here says how true it is.

    Merged reports end with this one, each with a time and words of its own.

    Rule: A14, DL-02, DL-06, R-A2, 2.4.
    """
    await move_members(
        step.tx, step.desk, step.subject.id, (ReportState.MERGED,), ReportAction.CONCLUDE, step.command
    )
    on = step.command.concluded_on or step.today
    unknown = None if step.command.passed_on else "cannot_be_proved"
    grade = step.command.truth_grade or step.subject.truth_grade or unknown
    return Changes(
        columns={"truth_grade": grade, "concluded_on": on},
        event={"truth_grade": grade, "concluded_on": on.isoformat(), "passed_on": step.command.passed_on},
        starts_from={"DL-02": on, "DL-06": on},
        no_clock=clocks_not_owed(step.subject),
        clock_holder=step.subject.office_path or "",
    )


def clocks_not_owed(report: Report) -> frozenset[str]:
    """Name what does not run: there is nobody to tell, or the quarter is fed back with the report it was merged into."""
    told = frozenset[str]() if report.is_named else frozenset({"DL-02"})
    return told | {"DL-06"} if report.merged_into else told
