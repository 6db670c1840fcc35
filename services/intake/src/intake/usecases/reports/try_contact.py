"""A2: staff try to reach a reporter who gave a name; every attempt is kept."""

from datetime import date
from typing import Annotated, Literal

from pydantic import Field

from intake.domain.report import ANONYMOUS, Report
from intake.store.contacts import add_attempt
from shared.lifecycle import Refused
from shared.process.bodies import Command
from shared.process.process import Changes, Step

Method = Literal["phone", "meeting", "letter"]
Outcome = Literal["reached", "not_reached", "wrong_contact", "denied"]


class TryContact(Command):
    """联系署名人 · how, on which day, and what came of it."""

    method: Annotated[Method, Field(description="核实方式 · how")]
    on: Annotated[date | None, Field(description="联系日期，默认当日 · day")] = None
    outcome: Annotated[Outcome, Field(description="结果 · outcome")]


async def try_contact(step: Step[Report, TryContact]) -> Changes:
    """Keep the attempt. What the reporter said belongs into the opinion, which is sealed.

    Raises: Refused `reporter_is_anonymous`, `contact_in_future`.
    Rule: A2, RPT Art 24.
    """
    command, on = step.command, step.command.on or step.today
    if step.subject.named_status == ANONYMOUS:
        raise Refused("reporter_is_anonymous")
    if on > step.today:
        raise Refused("contact_in_future")
    add_attempt(
        step.tx, step.subject.id, method=command.method, on=on, outcome=command.outcome, by=step.actor.id, at=step.at
    )  # fmt: skip
    return Changes()
