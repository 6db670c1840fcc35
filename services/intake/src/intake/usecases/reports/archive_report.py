"""A17: a report is filed away when every deadline is met, or explained."""

from typing import Annotated

from pydantic import Field

from intake.domain.report import Report
from intake.domain.report_lifecycle import REPORT
from intake.store.papers import add_paper
from intake.usecases.receipts.ask_later import ask_later
from shared.clocks import store as clocks
from shared.http.models import Text
from shared.process.bodies import Command
from shared.process.process import Changes, Step


class ArchiveReport(Command):
    """归档 · the explanation for deadlines that are still open."""

    explanation: Annotated[
        str, Text(0, 2000), Field(description="对未了结期限的说明 · why open deadlines stay unmet")
    ] = ""


async def archive_report(step: Step[Report, ArchiveReport]) -> Changes:
    """Close what is still open with its explanation, which is kept with the report.

    Rule: A17.
    """
    if step.command.explanation:
        await clocks.cancel(step.tx, step.subject.id, at=step.at)
        add_paper(
            step.tx, step.desk.seals, step.subject.id, "deadline_explanation",
            {"explanation": step.command.explanation}, by=step.actor.id, at=step.at,
        )  # fmt: skip
    await ask_later(step, REPORT.name)
    return Changes()
