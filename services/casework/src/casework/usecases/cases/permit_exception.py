"""SANC Art 52: one exception from what a subject may not do during an open case."""

from typing import Annotated

from pydantic import Field

from casework.domain.case import Case, Restriction
from casework.store.cases.records import add_exception
from casework.usecases.cases.subjects import SubjectId
from casework.usecases.writing import write
from shared.http.models import Day, Text
from shared.process.bodies import Command
from shared.process.process import Changes, Step


class PermitException(Command):
    """批准例外事项 · for whom, from what, from when to when, and why."""

    subject_id: SubjectId
    kind: Annotated[Restriction, Field(description="事项 · restriction")]
    from_on: Annotated[Day, Field(description="起始日期 · first day")]
    to_on: Annotated[Day | None, Field(description="截止日期 · last day")] = None
    reason: Annotated[str, Text(0, 2000), Field(description="理由，省略时取意见 · reason")] = ""


async def permit_exception(step: Step[Case, PermitException]) -> Changes:
    """Record the consent; the restriction itself goes on.

    Rule: SANC Art 52.
    """
    command = step.command
    await write(step, "case", "exception")
    add_exception(
        step.tx, case_id=step.subject.id, subject_id=command.subject_id, kind=command.kind.value,
        from_on=command.from_on, to_on=command.to_on, sign_off_id=step.sign_off_id,
    )  # fmt: skip
    return Changes()
