"""A2: a report gets its number, and for a named reporter the time to tell them starts."""

from typing import Annotated

from pydantic import Field

from intake.domain.report import ANONYMOUS, Report
from intake.domain.report_lifecycle import REPORT
from intake.usecases.find_duplicates import make_findable
from shared.directory.paths import code_of
from shared.numbering import next_number
from shared.process.bodies import Code, Command
from shared.process.process import Changes, Step


class RegisterReport(Command):
    """登记 · what staff may add or correct while registering; what is left out stays as submitted."""

    category: Code | None = None
    region: Code | None = None
    field: Code | None = None
    problem_types: Annotated[list[Code], Field(max_length=10)] | None = None


async def register_report(step: Step[Report, RegisterReport]) -> Changes:
    """Number the report; a named one must be told about acceptance within 15 working days of receipt.

    Rule: A2, DL-01, R-A1.
    """
    report, command = step.subject, step.command
    given = command.model_dump(exclude_unset=True, exclude={"opinion"})
    number = await next_number(
        step.tx, org=code_of(report.holder_path), kind="report", year=report.received_on.year
    )
    await make_findable(step, REPORT.name)
    anonymous = report.named_status == ANONYMOUS
    return Changes(
        columns={"number": str(number), **given},
        event={
            "category": given.get("category") or report.category,
            "region": report.region,
            "field": report.field,
        },
        starts_from={"DL-01": report.received_on},
        no_clock=frozenset({"DL-01"}) if anonymous else frozenset(),
    )
