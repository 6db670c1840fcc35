"""How items come into being: from an approved plan, or from a recommendation that was served."""

from __future__ import annotations

from typing import Any

from rectification.domain.item import Item
from rectification.domain.item_lifecycle import DONE_BY, ITEM, NEXT_BY, ItemState
from rectification.domain.organization import InspectedOrganization
from rectification.store.items import add_milestones
from rectification.usecases.creating import begin, fresh
from rectification.usecases.knowing import let_know
from rectification.usecases.organizations.submit_plan import PlannedItem
from shared.process.process import Process, Step

AT_ONCE = 50
"""One statement holds 32,767 values at most, and an item with all that goes with it takes some seventy."""


async def open_planned_items(step: Step[InspectedOrganization, Any], planned: list[PlannedItem]) -> int:
    """Open one item for each line of the plan; return how many. Rule: F2, F5."""
    for ordinal, line in enumerate(planned, start=1):
        await _open(step, line, ordinal)
        if ordinal % AT_ONCE == 0:
            await step.tx.flush()
    return len(planned)


async def _open(step: Step[InspectedOrganization, Any], line: PlannedItem, ordinal: int) -> None:
    organization = step.subject
    process: Process[Any] = step.desk.processes[ITEM.name]
    common = fresh(process, organization.holder_path, f"{organization.number}-{ordinal:03d}")
    if line.is_long_term:
        common["state"] = ItemState.LONG_TERM.value
    item = Item(
        **common,
        organisation_path=organization.organisation_path,
        inspected_organization_id=organization.id,
        first_due_on=line.due_on,
        **line.model_dump(exclude={"milestones"}),
    )
    let_know(step, organization, [item.id])
    milestones = sorted(one.due_on for one in line.milestones)
    await begin(
        step.tx, step.desk, process, item, actor=step.actor, today=step.today, rule="F5", event="item.opened",
        event_data={"organisation": item.organisation_path, "due_on": item.due_on.isoformat()},
        due={DONE_BY: item.due_on, **({NEXT_BY: milestones[0]} if milestones else {})},
        clock_holder=item.organisation_path,
    )  # fmt: skip
    add_milestones(step.tx, item.id, [(one.title, one.due_on) for one in line.milestones])
