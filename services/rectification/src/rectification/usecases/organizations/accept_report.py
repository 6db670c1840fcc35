"""F7: the joint review accepts the reports, or sends them back with reasons."""

from __future__ import annotations

from rectification.domain.organization import InspectedOrganization
from rectification.usecases.organizations.review_plan import ReturnWithReasons
from rectification.usecases.organizations.reviewing import REPORT, conclude_review
from rectification.usecases.writing import write
from shared.process.bodies import Command
from shared.process.process import Changes, Step


async def accept_report(step: Step[InspectedOrganization, Command]) -> Changes:
    """Go over to daily supervision; the month until the evaluation begins when the window has ended.

    Rule: F7, DL-41.
    """
    organization = step.subject
    await conclude_review(step, REPORT, organization.report_version, "approved")
    ends = organization.window_ends_on or step.today
    return Changes(
        columns={"report_accepted_on": step.today},
        event={"accepted_on": step.today.isoformat()},
        starts_from={"DL-41": max(ends, step.today)},
    )


async def return_report(step: Step[InspectedOrganization, ReturnWithReasons]) -> Changes:
    """Send the reports back.

    Rule: F7.
    """
    await write(step, "inspected_organization", "report_return")
    await conclude_review(step, REPORT, step.subject.report_version, "returned")
    return Changes()
