"""A16: what is to be done about new evidence: take the report up again, assess it anew, or say why not."""

from typing import Annotated

from pydantic import Field

from intake.domain.report import Report
from intake.usecases.merged_reports import rejoin
from shared.clocks import store as clocks
from shared.http.models import Text
from shared.process.bodies import Command
from shared.process.process import Changes, Step


class DismissEvidence(Command):
    """新证据不影响原结论 · why the evidence changes nothing."""

    reason: Annotated[str, Text(4, 1000), Field(description="理由 · reason")]


async def reopen_report(step: Step[Report, Command]) -> Changes:
    """Take the report up again; the reporter is told the result of that anew, and so are those merged into it.

    Rule: A16, RPT Art 27.
    """
    await clocks.cancel(step.tx, step.subject.id, at=step.at, rules=["DL-02"])
    await rejoin(step.tx, step.desk, step.subject.id, at=step.at)
    return Changes(columns={"new_evidence_on": None})


async def settle_evidence(step: Step[Report, Command]) -> Changes:
    """Count the evidence as looked at: the report is assessed anew, or stays as it was for the reason given.

    Rule: R-A2.
    """
    return Changes(columns={"new_evidence_on": None})
