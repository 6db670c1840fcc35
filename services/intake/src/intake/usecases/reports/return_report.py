"""A12: the handling office gives a report back to the petition office, after a talk with it."""

from datetime import date
from typing import Annotated, Literal

from pydantic import Field

from intake.domain.report import Report
from intake.domain.report_lifecycle import HANDLING
from intake.store.papers import add_paper
from shared.http.models import Text
from shared.needtoknow.store import end
from shared.process.bodies import Command
from shared.process.process import Changes, Step


class ReturnReport(Command):
    """退回 · the ground, and the talk with the petition office that came before."""

    ground: Literal["no_substance", "other_jurisdiction"]
    talked_with: Annotated[str, Text(1, 100), Field(description="沟通对象 · whom of the petition office")]
    talked_on: Annotated[date | None, Field(description="沟通日期，默认当日 · day of the talk")] = None


async def return_report(step: Step[Report, ReturnReport]) -> Changes:
    """Take the office's sight away again; the petition office screens anew.

    Rule: A12, RPT Art 17.
    """
    command = step.command
    talk = {"with": command.talked_with, "on": (command.talked_on or step.today).isoformat()}
    add_paper(
        step.tx, step.desk.seals, step.subject.id, "return", {"ground": command.ground, **talk},
        by=step.actor.id, at=step.at,
    )  # fmt: skip
    await end(step.tx, step.subject.id, by=step.actor.id, at=step.at, capacity=HANDLING)
    return Changes(columns={"office_path": None}, event={"ground": command.ground})
