"""A10: a report with the same subject and facts as an earlier one is kept beside it."""

from uuid import UUID

from intake.domain.report import Report
from intake.store import reports
from shared.lifecycle import Refused
from shared.process.bodies import Command
from shared.process.process import Changes, Step


class RetainDuplicate(Command):
    """重复件留存 · the first report."""

    of: UUID


async def retain_duplicate(step: Step[Report, RetainDuplicate]) -> Changes:
    """Link to the first report. Each reporter keeps their own receipt and never learns of the other.

    Raises: Refused `first_report_unknown`.
    Rule: A10, R-A2.
    """
    first = step.command.of
    if first == step.subject.id or not await reports.exists(step.tx, first):
        raise Refused("first_report_unknown")
    return Changes(columns={"is_duplicate_of": first}, event={"of": str(first)})
