"""A2: the name a reporter gave is checked by phone or meeting; a false one makes the report anonymous."""

from typing import Annotated, Literal

from pydantic import Field

from intake.domain.report import ANONYMOUS, NAMED, Report
from shared.clocks import store as clocks
from shared.lifecycle import Refused
from shared.process.bodies import Command
from shared.process.process import Changes, Step


class VerifyName(Command):
    """核实署名 · how the name was checked, and the result."""

    verified: Annotated[bool, Field(description="署名属实 · whether the name is true and can be reached")] = (
        True
    )
    method: Annotated[
        Literal["phone", "meeting", "letter"], Field(description="核实方式 · how it was checked")
    ] = "phone"


async def verify_name(step: Step[Report, VerifyName]) -> Changes:
    """Record whether the name is true; the name itself is not touched and not shown.

    Raises: Refused `reporter_is_anonymous`.
    Rule: C-7, RPT Art 24, 30.
    """
    report = step.subject
    if report.named_status == ANONYMOUS:
        raise Refused("reporter_is_anonymous")
    if not step.command.verified:
        await clocks.cancel(step.tx, report.id, at=step.at, rules=["DL-01"])
    return Changes(columns={"named_status": NAMED if step.command.verified else ANONYMOUS})
