"""A11: an accepted report goes to the office that handles it; casework hears of it and makes the clue."""

from intake.domain.disclosure import Crossing
from intake.domain.report import Report
from intake.domain.report_lifecycle import HANDLING
from intake.store.disclosures import disclose
from intake.usecases.matters.receiver import HANDLING_KINDS, receiver
from intake.usecases.reports.merged_reports import show_members
from shared.needtoknow.store import grant
from shared.process.bodies import Code, Command
from shared.process.process import Changes, Step


class TransferReport(Command):
    """移送 · the office that is to handle the report."""

    to: Code


async def transfer_report(step: Step[Report, TransferReport]) -> Changes:
    """Let the office know of the report, and tell casework by id and codes only.

    Raises: Refused `organisation_unknown`, `receiver_not_competent`.
    Rule: A11, C-1.
    """
    report = step.subject
    office = await receiver(step.tx, step.command.to, HANDLING_KINDS)
    grant(step.tx, report.id, office.path, HANDLING, by=step.actor.id, since=step.at)
    disclose(step, "report", Crossing.TRANSFER, office.path)
    disclose(step, "report", Crossing.EVENT, None)
    await show_members(step.tx, report.id, [office.path], by=step.actor.id, at=step.at)
    return Changes(
        columns={"office_path": office.path},
        event={
            "to": office.path,
            "category": report.category,
            "problem_types": list(report.problem_types),
            "region": report.region,
            "field": report.field,
            "named": report.is_named,
            "received_on": report.received_on.isoformat(),
        },
    )
