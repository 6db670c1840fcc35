"""F1: a finding is taken back before the feedback is delivered; its number is not given again."""

from __future__ import annotations

from typing import Annotated
from uuid import UUID

from pydantic import Field

from rectification.domain.organization import InspectedOrganization
from rectification.store.organizations import take_back
from shared.process.bodies import Command
from shared.process.process import Changes, Step


class WithdrawFinding(Command):
    """撤回反馈问题 · which one."""

    finding_id: Annotated[UUID, Field(description="反馈问题 · the finding")]


async def withdraw_finding(step: Step[InspectedOrganization, WithdrawFinding]) -> Changes:
    """Take the finding off the list.

    Rule: F1.
    """
    await take_back(step.tx, step.command.finding_id, step.today)
    return Changes()
