"""F2: the organisation submits its plan with the lists of problems, tasks, responsibilities and dates."""

from __future__ import annotations

from typing import Annotated, Self
from uuid import UUID

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from rectification.domain.item import IntegrationTheme
from rectification.domain.organization import InspectedOrganization
from rectification.usecases.organizations.reviewing import PLAN, open_review
from rectification.usecases.writing import write
from shared.http.models import Day, Input, Line, Text
from shared.process.bodies import Command
from shared.process.process import Changes, Step


class MilestoneIn(Input):
    """A stage of a long-term item."""

    title: Annotated[str, Line(2, 300), Field(description="阶段目标 · what is reached")]
    due_on: Annotated[Day, Field(description="时限 · date")]


class PlannedItem(Input):
    """One rectification item of the plan: problem, task, responsibility, date."""

    finding_id: Annotated[UUID, Field(description="对应的反馈问题 · the finding")]
    title: Annotated[str, Line(2, 300), Field(description="整改任务 · task")]
    measures: Annotated[str, Text(2, 5000), Field(description="整改措施 · measures")]
    owner: Annotated[str, Line(1, 50), Field(description="责任领导 · member responsible")]
    unit: Annotated[str, Line(0, 100), Field(description="责任单位 · unit")] = ""
    due_on: Annotated[Day, Field(description="整改时限 · date")]
    integration_theme: Annotated[IntegrationTheme | None, Field(description="四个融入 · theme")] = None
    is_long_term: Annotated[bool, Field(description="长期任务 · long-term")] = False
    milestones: Annotated[list[MilestoneIn], Field(max_length=20, description="阶段目标 · milestones")] = []

    @model_validator(mode="after")
    def _long_term_has_milestones(self) -> Self:
        if self.is_long_term != bool(self.milestones):
            raise PydanticCustomError("milestones_unfit", "milestones belong to long-term items")
        return self


class SubmitPlan(Command):
    """报送整改方案 · the plan as the Party group decided it, with every item."""

    summary: Annotated[str, Text(0, 20000), Field(description="整改方案 · the plan")] = ""
    minutes: Annotated[
        str, Text(0, 10000), Field(description="党组会议纪要 · minutes of the Party group")
    ] = ""
    items: Annotated[list[PlannedItem], Field(max_length=500, description="整改事项 · items")] = []


async def submit_plan(step: Step[InspectedOrganization, SubmitPlan]) -> Changes:
    """Keep the plan as the group decided it, and open the joint review by the three bodies.

    Rule: F2, DL-38; F3 within 10 working days.
    """
    version = await write(step, "inspected_organization", "plan")
    await open_review(step, PLAN, version)
    return Changes(columns={"plan_version": version}, event={"items": len(step.command.items)})
