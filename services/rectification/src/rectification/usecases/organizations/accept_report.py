"""F7: the joint review accepts the reports, or sends them back with reasons."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from rectification.domain.organization import InspectedOrganization
from rectification.usecases.organizations.review_plan import ReturnWithReasons
from rectification.usecases.organizations.reviewing import REPORT, conclude_review
from rectification.usecases.writing import write
from shared.http.models import Day
from shared.process.bodies import Command
from shared.process.process import Changes, Step


class ReturnReport(ReturnWithReasons):
    """退回报告 · why, and by when they are due again."""

    again_by: Annotated[
        Day | None, Field(description="重新报送期限，默认十五日 · by when; fifteen days when left out")
    ] = None


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


async def return_report(step: Step[InspectedOrganization, ReturnReport]) -> Changes:
    """Send the reports back, to be submitted again by a day.

    Rule: F7.
    """
    await write(step, "inspected_organization", "report_return")
    await conclude_review(step, REPORT, step.subject.report_version, "returned")
    again_by = step.command.again_by
    return Changes(
        clock_holder=step.subject.organisation_path, written={"P-F7r": again_by} if again_by else {}
    )
