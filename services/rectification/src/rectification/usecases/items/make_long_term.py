"""F5: an item that cannot be done within the window becomes long-term, with milestones that can."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from rectification.domain.item import Item
from rectification.domain.item_lifecycle import DONE_BY, NEXT_BY
from rectification.store.items import add_milestones, milestones_of
from rectification.usecases.organizations.submit_plan import MilestoneIn
from shared.clocks import store as clocks
from shared.http.models import Day
from shared.process.bodies import Command
from shared.process.process import Changes, Step


class MakeLongTerm(Command):
    """转为长期任务 · its milestones, and by when it is done as a whole."""

    milestones: Annotated[list[MilestoneIn], Field(max_length=20, description="阶段目标 · milestones")] = []
    due_on: Annotated[Day | None, Field(description="总时限，默认不变 · date as a whole")] = None


async def make_long_term(step: Step[Item, MakeLongTerm]) -> Changes:
    """Set the milestones; from now on the item counts by them.

    Rule: F5, 7.3, P-F5.
    """
    command, item = step.command, step.subject
    known = await milestones_of(step.tx, item.id)
    add_milestones(
        step.tx, item.id, [(one.title, one.due_on) for one in command.milestones], after=len(known)
    )
    due_on = command.due_on or item.due_on
    await clocks.cancel(step.tx, item.id, at=step.at, rules=[DONE_BY])
    first = min(one.due_on for one in command.milestones)
    return Changes(
        columns={"is_long_term": True, "due_on": due_on},
        written={DONE_BY: due_on, NEXT_BY: first},
        clock_holder=item.organisation_path,
    )
