"""F5: a long-term item reaches one of its milestones, and evidence shows it."""

from __future__ import annotations

from typing import Annotated
from uuid import UUID

from pydantic import Field

from rectification.domain.item import Item
from rectification.domain.item_lifecycle import NEXT_BY
from rectification.store.items import milestones_of, reach
from rectification.usecases.items.attaching import Evidence, attach
from shared.lifecycle import Refused
from shared.process.bodies import Command
from shared.process.process import Changes, Step


class ReachMilestone(Command):
    """完成阶段目标 · which one, and what shows it."""

    milestone_id: Annotated[UUID, Field(description="阶段目标 · the milestone")]
    evidence: Evidence = []


async def reach_milestone(step: Step[Item, ReachMilestone]) -> Changes:
    """Mark it reached today.

    Raises: Refused `milestone_unknown`; AttachmentUnknown, AttachmentRefused.
    Rule: F5.
    """
    command = step.command
    item = step.subject
    still_open = {
        one["id"]: one["due_on"] for one in await milestones_of(step.tx, item.id) if one["reached_on"] is None
    }
    if command.milestone_id not in still_open:
        raise Refused("milestone_unknown")
    await reach(step.tx, command.milestone_id, step.today)
    await attach(step, command.evidence, command.milestone_id)
    del still_open[command.milestone_id]
    return Changes(
        event={"milestones_open": len(still_open)},
        written={NEXT_BY: min(still_open.values())} if still_open else {},
        no_clock=frozenset() if still_open else frozenset({NEXT_BY}),
        clock_holder=item.organisation_path,
    )
