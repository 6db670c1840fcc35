"""18.2: an appeal or a suggestion makes no clue; the office it was sent to settles it and says how."""

from typing import Annotated

from pydantic import Field

from intake.domain.report import Report
from intake.store.papers import add_paper
from intake.usecases.reports.conclude_report import clocks_not_owed
from shared.http.models import Text
from shared.process.bodies import Command
from shared.process.process import Changes, Step


class SettleReport(Command):
    """答复办结 · what came of the appeal or the suggestion."""

    outcome: Annotated[str, Text(2, 5000), Field(description="办理结果 · what came of it")]


async def settle_report(step: Step[Report, SettleReport]) -> Changes:
    """Keep the outcome; a named reporter is to be told within 15 working days.

    Rule: 18.2, A14, DL-02.
    """
    add_paper(
        step.tx, step.desk.seals, step.subject.id, "settlement", {"outcome": step.command.outcome},
        by=step.actor.id, at=step.at,
    )  # fmt: skip
    return Changes(
        columns={"concluded_on": step.today},
        event={"truth_grade": None, "concluded_on": step.today.isoformat()},
        no_clock=clocks_not_owed(step.subject),
        clock_holder=step.subject.office_path or "",
    )
