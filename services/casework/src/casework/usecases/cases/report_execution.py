"""D17: the competent body reports what it changed in post, pay and benefits, and what was recovered."""

from typing import Annotated

from pydantic import Field

from casework.domain.case import Case
from casework.store.cases.records import add_execution
from casework.usecases.cases.days import not_in_future
from casework.usecases.cases.measures_in import Cents
from casework.usecases.cases.subjects import SubjectId
from casework.usecases.offices import office
from casework.usecases.writing import write
from shared.http.models import Day, Text
from shared.process.bodies import Code, Command
from shared.process.process import Changes, Step


class ReportExecution(Command):
    """报告执行情况 · about whom, by which body, what was done; money in yuan cents."""

    subject_id: SubjectId
    body: Annotated[Code, Field(description="执行单位代码 · code of the body that carried it out")]
    executed_on: Annotated[Day | None, Field(description="执行日期，默认当日 · day")] = None
    changes: Annotated[
        str, Text(0, 5000), Field(description="职务、工资、待遇变更情况 · changes of post, pay and benefits")
    ] = ""
    confiscated: Annotated[Cents, Field(description="已没收、追缴金额（分）· confiscated")] = 0
    recovered: Annotated[Cents, Field(description="已退赔金额（分）· given back")] = 0


async def report_execution(step: Step[Case, ReportExecution]) -> Changes:
    """Keep the report.

    Raises: Refused `organisation_unknown`; Problem `invalid_input` for a day to come.
    Rule: D17, DL-24, DL-30.
    """
    command = step.command
    executed_on = not_in_future(command.executed_on, "/executed_on", step.today)
    body = await office(step.tx, command.body)
    await write(step, "case", "execution")
    add_execution(
        step.tx, case_id=step.subject.id, subject_id=command.subject_id, body=body.code, executed_on=executed_on,
        confiscated=command.confiscated, recovered=command.recovered, at=step.at,
    )  # fmt: skip
    return Changes()
