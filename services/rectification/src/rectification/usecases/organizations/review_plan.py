"""F3: the plan passes the joint review and its items come into being, or it goes back with reasons."""

from __future__ import annotations

from typing import Annotated

import msgspec
from pydantic import Field

from rectification.domain.organization import InspectedOrganization
from rectification.store.papers import PAPERS
from rectification.usecases.items.opening_items import open_planned_items
from rectification.usecases.organizations.reviewing import PLAN, conclude_review
from rectification.usecases.organizations.submit_plan import SubmitPlan
from rectification.usecases.writing import write
from shared.http.models import Text
from shared.lifecycle import Refused
from shared.process.bodies import Command
from shared.process.process import Changes, Step


class ReturnWithReasons(Command):
    """退回 · why, and what must be different."""

    reasons: Annotated[str, Text(2, 10000), Field(description="退回理由 · reasons")]


async def review_plan(step: Step[InspectedOrganization, Command]) -> Changes:
    """Open every item of the plan as it was reviewed; the signed version counts, nothing typed in again.

    Rule: F3, F5.
    """
    organization = step.subject
    paper = await PAPERS.newest(step.tx, step.desk.seals, organization.id, "plan")
    if paper is None:
        raise Refused("joint_opinion_missing")
    plan = SubmitPlan.model_validate_json(_bytes(paper.fields))
    items = await open_planned_items(step, plan.items)
    await conclude_review(step, PLAN, organization.plan_version, "approved")
    return Changes(columns={"plan_approved_on": step.today}, event={"items": items})


async def return_plan(step: Step[InspectedOrganization, ReturnWithReasons]) -> Changes:
    """Send the plan back; a fresh month for the next one begins.

    Rule: F3, DL-38.
    """
    await write(step, "inspected_organization", "plan_return")
    await conclude_review(step, PLAN, step.subject.plan_version, "returned")
    return Changes(clock_holder=step.subject.organisation_path)


def _bytes(fields: dict[str, object]) -> bytes:
    return msgspec.json.encode(fields)
