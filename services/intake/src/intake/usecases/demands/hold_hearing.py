"""B8: the body that reviews for the last time may hold a hearing; the days it takes are not counted. Rule: PET Art 36."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import Field

from intake.domain.demand import Demand
from intake.domain.demand_lifecycle import DemandState
from intake.store.papers import add_paper
from shared.clocks.changes import pause, resume
from shared.clocks.deadline_clock import ClockState
from shared.clocks.store import of_object
from shared.http.models import Text
from shared.process.bodies import Command
from shared.process.process import Changes, Step

FINAL_REVIEW = "DL-37"


class BeginHearing(Command):
    """开始听证 · where, and what it is to find out."""

    place: Annotated[str, Text(1, 200), Field(description="地点 · place")]
    matter: Annotated[str, Text(0, 2000), Field(description="听证事项 · what is heard")] = ""


class EndHearing(Command):
    """结束听证 · what it came to."""

    conclusion: Annotated[str, Text(2, 5000), Field(description="听证意见 · what it came to")]


async def hearing_is_open(step: Step[Demand, Any]) -> bool:
    """Say whether the clock of the final review stands still for a hearing."""
    if step.subject.state != DemandState.FINAL_REVIEWED:
        return False
    known = await of_object(step.tx, step.subject.id)
    return any(clock.rule == FINAL_REVIEW and clock.state is ClockState.SUSPENDED for clock in known)


async def begin_hearing(step: Step[Demand, BeginHearing]) -> Changes:
    """Keep what the hearing is about; the clock of the final review stands still from today.

    Raises: Refused `clock_not_open`, `clock_overdue`.
    Rule: DL-37, PET Art 36.
    """
    _write(step, "hearing")
    rule = step.desk.deadlines[FINAL_REVIEW]
    await pause(step.tx, step.subject.id, rule, at=step.at, ground=rule.pauses)
    return Changes()


async def end_hearing(step: Step[Demand, EndHearing]) -> Changes:
    """Keep what the hearing came to; the clock runs on, later by the days it stood still.

    Rule: DL-37, PET Art 36.
    """
    _write(step, "hearing_end")
    rule, calendar = step.desk.deadlines[FINAL_REVIEW], await step.desk.calendar.current(step.tx)
    await resume(step.tx, step.subject.id, rule, at=step.at, calendar=calendar)
    return Changes()


def _write(step: Step[Demand, Any], kind: str) -> None:
    said = step.command.model_dump(mode="json", exclude_none=True)
    add_paper(step.tx, step.desk.seals, step.subject.id, kind, said, by=step.actor.id, at=step.at)
