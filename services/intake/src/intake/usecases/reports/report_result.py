"""A9: the organ a report was assigned to reports how it was verified and what came of it."""

from typing import Annotated

from pydantic import Field

from intake.domain.report import Report
from intake.store.papers import add_paper
from intake.usecases.reports.conclude_report import TruthGrade
from shared.http.models import Text
from shared.process.bodies import Command
from shared.process.process import Changes, Step


class ReportResult(Command):
    """报告结果 · the verification report and the truth grade."""

    report: Annotated[str, Text(10, 10000), Field(description="核查报告 · the verification report")]
    truth_grade: TruthGrade


async def report_result(step: Step[Report, ReportResult]) -> Changes:
    """Keep the report sealed with the matter; the petition office concludes with its grade.

    Rule: A9, RPT Art 23, DL-05.
    """
    command = step.command
    add_paper(
        step.tx, step.desk.seals, step.subject.id, "result_report", {"report": command.report},
        by=step.actor.id, at=step.at,
    )  # fmt: skip
    return Changes(columns={"truth_grade": command.truth_grade}, event={"truth_grade": command.truth_grade})
