"""E3: the leaders approve the plan of a joint task."""

from typing import Annotated

from pydantic import Field

from casework.domain.linkage.linkage_task import LinkageTask
from casework.usecases.writing import write
from shared.http.models import Text
from shared.process.bodies import Command
from shared.process.process import Changes, Step


class ApproveTask(Command):
    """批准方案 · the plan as it is to be signed."""

    plan: Annotated[str, Text(4, 10000), Field(description="工作方案 · plan")]


async def approve_linkage_task(step: Step[LinkageTask, ApproveTask]) -> Changes:
    """Keep the plan that was signed. Rule: E3."""
    await write(step, "linkage_task", "plan")
    return Changes(event={"kind": step.subject.kind})
