"""V-4: the verification report is written; whoever signed an earlier version signs again."""

from typing import Annotated

from pydantic import Field

from casework.domain.verification import Proposal, Verification
from casework.usecases.clues.concluding import Grade
from casework.usecases.writing import write
from shared.http.models import Text
from shared.process.bodies import Command
from shared.process.process import Changes, Step


class DraftReport(Command):
    """起草核查报告 · the report; the opinion if left out."""

    report: Annotated[
        str,
        Text(0, 10000),
        Field(description="被核查人、主要问题、经过、结果、存在疑点、处理建议 · the report"),
    ] = ""
    truth_grade: Grade = None
    proposal: Annotated[Proposal | None, Field(description="处理建议 · what the office proposes")] = None


async def draft_report(step: Step[Verification, DraftReport]) -> Changes:
    """Keep the report as the next version.

    Rule: V-4, 1.2 (a change voids the signatures).
    """
    command = step.command
    version = await write(step, "verification", "report")
    return Changes(
        columns={
            "report_version": version,
            "truth_grade": command.truth_grade or step.subject.truth_grade,
            "proposal": command.proposal or step.subject.proposal,
        }
    )
