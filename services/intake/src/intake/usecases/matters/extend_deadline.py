"""DL-05, DL-35: a deadline is moved once, with the reason; a petitioner is told why."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from intake.domain.deadlines import DEADLINES
from intake.domain.demand import Demand
from intake.domain.report import Report
from intake.store.contents import add_message
from shared.chinese import on_day
from shared.clocks.changes import extend
from shared.http.models import Text
from shared.process.bodies import Command
from shared.process.process import Changes, Step


class ExtendReport(Command):
    """延期 · why the result cannot be reported in time; one month more."""

    reason: Annotated[str, Text(4, 1000), Field(description="延期理由 · reason")]


class ExtendDemand(Command):
    """延期 · why the demand cannot be concluded in time, in words the petitioner reads; at most thirty days more."""

    days: Annotated[int, Field(ge=1, le=30, description="延长日数 · days")] = 30
    reason: Annotated[
        str, Text(4, 1000), Field(description="延期理由，告知群众 · reason, told to the petitioner")
    ]

    @property
    def leaving(self) -> str:
        return self.reason


async def extend_report(step: Step[Report, ExtendReport]) -> Changes:
    """Give the organ one month more for its result.

    Raises: Refused `extension_used_up`, `clock_not_open`, `clock_overdue`.
    Rule: A7, DL-05.
    """
    await extend(
        step.tx, step.subject.id, DEADLINES["DL-05"], amount=1, approver="S2", ground=step.command.reason, at=step.at,
        calendar=await step.desk.calendar.current(step.tx), sign_off_id=step.sign_off_id,
    )  # fmt: skip
    return Changes()


async def extend_demand(step: Step[Demand, ExtendDemand]) -> Changes:
    """Give the department up to thirty days more, and tell the petitioner until when and why.

    Raises: Refused `extension_used_up`, `clock_not_open`, `clock_overdue`.
    Rule: B6, DL-35, PET Art 34.
    """
    command = step.command
    clock = await extend(
        step.tx, step.subject.id, DEADLINES["DL-35"], amount=command.days, approver="S1", ground=command.reason,
        at=step.at, calendar=await step.desk.calendar.current(step.tx), sign_off_id=step.sign_off_id,
    )  # fmt: skip
    text = f"您反映的事项情况复杂，办理期限延长至{on_day(clock.due_on)}。理由：{command.reason}"
    add_message(step.tx, step.desk.seals, step.subject.id, "office", "notice", text, step.today)
    return Changes(event={"days": command.days})
