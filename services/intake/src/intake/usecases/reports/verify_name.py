"""A2: the name a reporter gave is checked by phone or meeting; a false one makes the report anonymous."""

from typing import Annotated, Literal

from pydantic import Field

from intake.domain.report import ANONYMOUS, NAMED, Report
from intake.store.contacts import add_attempt, attempts_of
from intake.usecases.reports.try_contact import Method
from shared.clocks import store as clocks
from shared.lifecycle import Refused
from shared.process.bodies import Command
from shared.process.process import Changes, Step

Reason = Literal["false_name", "unreachable", "denied", "no_contact_given"]


class VerifyName(Command):
    """核实署名 · how the name was checked, and the result; a name that does not hold needs a reason."""

    verified: Annotated[bool, Field(description="署名属实 · whether the name is true and can be reached")] = (
        True
    )
    method: Annotated[Method, Field(description="核实方式 · how it was checked")] = "phone"
    reason: Annotated[Reason | None, Field(description="按匿名处理的原因 · why it counts as anonymous")] = (
        None
    )


async def verify_name(step: Step[Report, VerifyName]) -> Changes:
    """Record whether the name is true; the name itself is not touched and not shown.

    The check counts as a contact of today. Only who was tried may be found unreachable.

    Raises: Refused `reporter_is_anonymous`, `reason_missing`, `no_contact_attempt`.
    Rule: C-7, RPT Art 24, 30.
    """
    report, command = step.subject, step.command
    if report.named_status == ANONYMOUS:
        raise Refused("reporter_is_anonymous")
    if command.verified:
        add_attempt(
            step.tx, report.id, method=command.method, on=step.today, outcome="reached", by=step.actor.id, at=step.at
        )  # fmt: skip
        return Changes(columns={"named_status": NAMED})
    if command.reason is None:
        raise Refused("reason_missing")
    if command.reason == "unreachable" and not await attempts_of(step.tx, report.id):
        raise Refused("no_contact_attempt")
    await clocks.cancel(step.tx, report.id, at=step.at, rules=["DL-01"])
    return Changes(columns={"named_status": ANONYMOUS, "reason": command.reason})
