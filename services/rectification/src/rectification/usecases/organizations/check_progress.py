"""18.7, A2.2: the first responsible person checks how far the rectification is, at least once a month."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from rectification.domain.organization import InspectedOrganization
from rectification.store.tables import ProgressCheckRow
from rectification.usecases.writing import write
from shared.http.models import Day, Text
from shared.ids import uuid7
from shared.process.bodies import Command
from shared.process.process import Changes, Step


class CheckProgress(Command):
    """第一责任人调度检查 · when, and what was looked at and asked for."""

    held_on: Annotated[Day, Field(description="调度检查日期 · day")]
    text: Annotated[str, Text(2, 10000), Field(description="检查情况和要求 · what was found and asked for")]


async def check_progress(step: Step[InspectedOrganization, CheckProgress]) -> Changes:
    """Record the check; its months are counted when the evaluation is moderated. Rule: 18.7, A2.2."""
    step.tx.add(
        ProgressCheckRow, id=uuid7(), inspected_organization_id=step.subject.id, held_on=step.command.held_on,
        recorded_by=step.actor.id, at=step.at,
    )  # fmt: skip
    await write(step, "inspected_organization", "progress_check")
    return Changes()
