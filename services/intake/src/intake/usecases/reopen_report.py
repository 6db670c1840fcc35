"""A16: an objection that brings new evidence takes a report back into disposal."""

from typing import Annotated

from pydantic import Field

from intake.domain.report import Report
from intake.store.papers import add_paper
from shared.http.models import Text
from shared.process.bodies import Command
from shared.process.process import Changes, Step


class ReopenReport(Command):
    """重新处置 · the new evidence, piece by piece."""

    evidence: Annotated[
        list[Annotated[str, Text(2, 500)]],
        Field(min_length=1, max_length=20, description="新证据清单 · the new evidence"),
    ]


async def reopen_report(step: Step[Report, ReopenReport]) -> Changes:
    """List the evidence with the report; it counts as looked at from here on.

    Rule: A16, RPT Art 27.
    """
    add_paper(
        step.tx, step.desk.seals, step.subject.id, "new_evidence", {"evidence": step.command.evidence},
        by=step.actor.id, at=step.at,
    )  # fmt: skip
    return Changes(columns={"new_evidence_on": None})
