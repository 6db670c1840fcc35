"""A16: what is to be done about new evidence: take the report up again, assess it anew, or say why not."""

from typing import Annotated
from uuid import UUID

from pydantic import Field

from intake.domain.report import Report
from intake.store.papers import add_paper
from intake.usecases.reports.merged_reports import rejoin
from shared.clocks import store as clocks
from shared.http.models import Text
from shared.process.bodies import Command
from shared.process.process import Changes, Step


class ReopenReport(Command):
    """重新处置 · the new evidence, piece by piece, as far as the reporter's own words do not list it."""

    evidence: Annotated[
        list[Annotated[str, Text(2, 500)]],
        Field(max_length=20, description="新证据清单 · the new evidence"),
    ] = []

    clue_ids: Annotated[
        list[UUID] | None,
        Field(
            min_length=1,
            max_length=100,
            description="新证据所涉原线索，默认全部，不属于本来件的不计 · clues it concerns, by default all",
        ),
    ] = None


class DismissEvidence(Command):
    """新证据不影响原结论 · why the evidence changes nothing."""

    reason: Annotated[str, Text(4, 1000), Field(description="理由 · reason")]


async def reopen_report(step: Step[Report, ReopenReport]) -> Changes:
    """Take the report up again; the reporter is told the result of that anew, and so are those merged into it.

    Which of its earlier clues begin again is said to casework, which keeps them.

    Rule: A16, RPT Art 27.
    """
    if step.command.evidence:
        add_paper(
            step.tx, step.desk.seals, step.subject.id, "new_evidence", {"evidence": step.command.evidence},
            by=step.actor.id, at=step.at,
        )  # fmt: skip
    await clocks.cancel(step.tx, step.subject.id, at=step.at, rules=["DL-02", "DL-06"])
    await rejoin(step.tx, step.desk, step.subject.id, at=step.at)
    concerned = {"clue_ids": [str(one) for one in step.command.clue_ids]} if step.command.clue_ids else {}
    return Changes(columns={"new_evidence_on": None}, event=concerned)


async def settle_evidence(step: Step[Report, Command]) -> Changes:
    """Count the evidence as looked at: the report is assessed anew, or stays as it was for the reason given.

    Rule: R-A2.
    """
    return Changes(columns={"new_evidence_on": None})
