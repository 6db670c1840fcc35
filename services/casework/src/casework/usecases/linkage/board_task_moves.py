"""What the moves of a piece of work change besides its state."""

from dataclasses import dataclass
from typing import Annotated, Any

from pydantic import Field

from casework.domain.linkage.board_task_lifecycle import BoardTask
from casework.usecases.linkage.bodies import Reason
from casework.usecases.writing import write
from shared.clocks import store as clocks
from shared.http.models import Text
from shared.process.bodies import Command
from shared.process.process import Changes, Step


class ReportWork(Command):
    """报告结果 · what was done."""

    report: Annotated[str, Text(2, 10000), Field(description="工作情况 · what was done")]


class ReturnWork(Command):
    """退回 · what is missing."""

    opinion: Reason


class WithdrawWork(Command):
    """撤销 · why the work is no longer needed."""

    opinion: Reason


@dataclass(frozen=True, slots=True)
class NoFacts:
    """No guard of this table looks at anything."""


async def board_task_facts(_: Step[BoardTask, Any]) -> NoFacts:
    """Gather nothing: the state decides."""
    return NoFacts()


async def report_work(step: Step[BoardTask, ReportWork]) -> Changes:
    """Keep what was done, sealed; the time is met or met late."""
    await write(step, "board_task", "report")
    return Changes(columns={"reported_on": step.today}, event=_told(step.subject))


async def return_work(step: Step[BoardTask, ReturnWork]) -> Changes:
    """Count the return; the doer gets the usual time again. Rule: E9, what was sent back counts."""
    piece = step.subject
    return Changes(
        columns={"returns": piece.returns + 1, "reported_on": None}, clock_holder=piece.given_to_path
    )


async def confirm_work(step: Step[BoardTask, Any]) -> Changes:
    """Tell that the work is done."""
    return Changes(event=_told(step.subject))


async def withdraw_work(step: Step[BoardTask, WithdrawWork]) -> Changes:
    """Let the duty fall away."""
    await clocks.cancel(step.tx, step.subject.id, at=step.at)
    return Changes()


def _told(piece: BoardTask) -> dict[str, Any]:
    return {"task_id": str(piece.task_id), "given_to": piece.given_to_path}
