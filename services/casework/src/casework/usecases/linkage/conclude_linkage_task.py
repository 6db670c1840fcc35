"""E8: a joint task is concluded; the three reports exist or are waived with a reason, and nobody's access outlasts it."""

from typing import Annotated, Any

from pydantic import Field

from casework.domain.linkage.capacities import ASSESSOR
from casework.domain.linkage.linkage_task import LinkageTask, Report
from casework.domain.linkage.linkage_task_lifecycle import LinkageTaskFacts
from casework.domain.linkage.secondment_lifecycle import SECONDMENT, SecondmentAction
from casework.store.linkage.board import count_open
from casework.store.linkage.bookings import close
from casework.store.linkage.circle import dissolve
from casework.store.linkage.secondments import lock_running
from casework.store.linkage.team import disband
from casework.store.papers import kinds_written
from casework.usecases.linkage.bodies import Reason
from casework.usecases.offices import ledger_of
from casework.usecases.writing import write
from shared.http.models import Input, Text
from shared.needtoknow.store import grant
from shared.process.bodies import Command
from shared.process.process import Changes, Step
from shared.process.system import make_move


class WaivedReport(Input):
    """A report that is not needed, and why."""

    kind: Annotated[Report, Field(description="报告种类 · kind")]
    reason: Reason


class ConcludeTask(Command):
    """办结 · the conclusion, and which of the three reports are waived for what reason."""

    conclusion: Annotated[str, Text(4, 10000), Field(description="总结报告 · conclusion")]
    waived: Annotated[
        list[WaivedReport], Field(max_length=3, description="免予提交的报告 · waived reports")
    ] = []


async def conclusion_facts(step: Step[LinkageTask, ConcludeTask]) -> LinkageTaskFacts:
    """Count what is still open and which reports are missing."""
    written = await kinds_written(step.tx, step.subject.id)
    waived = {one.kind for one in step.command.waived}
    missing = [one for one in Report if one.paper not in written and one not in waived]
    return LinkageTaskFacts(
        open_board_tasks=await count_open(step.tx, step.subject.id), reports_missing=len(missing)
    )


async def conclude_linkage_task(step: Step[LinkageTask, ConcludeTask]) -> Changes:
    """End the team, its rights and its loans; case management sees the task from now on, to assess it.

    Rule: E4, E8.
    """
    task = step.subject
    await write(step, "linkage_task", "conclusion")
    await _send_home(step)
    await disband(step.tx, task.id, step.at)
    await dissolve(step.tx, task.id, by=step.actor.id, at=step.at)
    await close(step.tx, task.id, step.today)
    manager = await ledger_of(step.tx, task.lead_path, step.desk.settings.ledger_path)
    grant(step.tx, task.id, manager, ASSESSOR, by=step.actor.id, since=step.at)
    told = {"matter": task.matter, "kind": task.kind, "concluded_on": step.today.isoformat()}
    return Changes(columns={"concluded_on": step.today}, event=told)


async def _send_home(step: Step[LinkageTask, Any]) -> None:
    process = step.desk.processes[SECONDMENT.name]
    for one in await lock_running(step.tx, step.subject.id):
        await make_move(step.tx, step.desk, process, one, SecondmentAction.LAPSE, Command())
