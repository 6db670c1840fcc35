"""F1: feedback goes to the Party organisation and its principal, copied to both supervisors; the window opens."""

from __future__ import annotations

from dataclasses import replace
from typing import Annotated

from pydantic import Field

from rectification.domain.organization import InspectedOrganization
from rectification.usecases.knowing import let_know
from rectification.usecases.writing import write
from shared.clocks.deadline_clock import limits
from shared.clocks.rules import MO
from shared.http.models import Day, Text
from shared.process.bodies import Command
from shared.process.process import Changes, Step


class DeliverFeedback(Command):
    """反馈巡察意见 · the opinion that is fed back, and the day."""

    text: Annotated[str, Text(0, 20000), Field(description="反馈意见 · the opinion")] = ""
    feedback_on: Annotated[Day | None, Field(description="反馈日期，默认当日 · day of the feedback")] = None


async def deliver_feedback(step: Step[InspectedOrganization, DeliverFeedback]) -> Changes:
    """Let the organisation and its supervisors know; the month for the plan and the window begin on that day.

    Rule: F1, DL-38, DL-39 by regime or as the round says.
    """
    organization = step.subject
    feedback_on = step.command.feedback_on or step.today
    let_know(step, organization, [organization.id])
    await write(step, "inspected_organization", "feedback")
    window = replace(step.desk.deadlines["DL-39"], amount=organization.window_months)
    calendar = await step.desk.calendar.current(step.tx)
    ends = limits(feedback_on, window.amount, MO, calendar).due.on
    return Changes(
        columns={"feedback_on": feedback_on, "window_ends_on": ends},
        event={"organisation": organization.organisation_path, "feedback_on": feedback_on.isoformat()},
        starts_from={"DL-38": feedback_on, "DL-39": feedback_on},
        limits={"DL-39": window},
        clock_holder=organization.organisation_path,
    )
