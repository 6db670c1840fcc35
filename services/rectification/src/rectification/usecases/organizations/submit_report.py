"""F7: progress report and the principal's own report are submitted together, with the figures of that day."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from rectification.domain.figures import rate
from rectification.domain.organization import InspectedOrganization
from rectification.store.completion import count_clues, count_systems
from rectification.store.figures import completion_of
from rectification.usecases.organizations.clue_sight import CLUE_RESULTS
from rectification.usecases.organizations.reviewing import REPORT, open_review
from rectification.usecases.writing import write
from shared.auth.rls import past_sight
from shared.http.models import Text
from shared.process.bodies import Command
from shared.process.process import Changes, Step


class SubmitReport(Command):
    """报送整改报告 · the organisation's and its principal's."""

    progress_report: Annotated[str, Text(0, 50000), Field(description="整改进展报告 · progress report")] = ""
    principal_report: Annotated[
        str, Text(0, 50000), Field(description="主要负责人组织落实情况报告 · the principal's report")
    ] = ""
    minutes: Annotated[
        str, Text(0, 10000), Field(description="党组会议纪要 · minutes of the Party group")
    ] = ""


async def submit_report(step: Step[InspectedOrganization, SubmitReport]) -> Changes:
    """Keep both reports beside what the records say on that day: items, systems, and clues by their number.

    Rule: F7, DL-39, INS15 Art 27.
    """
    organization = step.subject
    version = await write(step, "inspected_organization", "report")
    done, whole = await completion_of(step.tx, organization.id)
    cut_off = {"cut_off_on": step.today.isoformat()}
    systems = await count_systems(step.tx, organization.id)
    table = {"done": done, "whole": whole, "rate": rate(done, whole), "systems": systems, **cut_off}
    await write(step, "inspected_organization", "completion_table", table)
    async with past_sight(
        step.tx
    ):  # who reports never learns of clues: the paper opens to the commission's side only
        clues = await count_clues(step.tx, organization.id)
    await write(step, "inspected_organization", CLUE_RESULTS, {**clues, **cut_off})
    return Changes(
        columns={"report_version": version, "report_submitted_on": step.today},
        event={"done": done, "whole": whole},
    )


async def review_report(step: Step[InspectedOrganization, Command]) -> Changes:
    """Open the joint review by the three bodies.

    Rule: F7, 7.1.
    """
    await open_review(step, REPORT, step.subject.report_version)
    return Changes()
