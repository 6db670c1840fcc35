"""F5: the inspection office gives an item a later date; the date of the plan stays on record."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from rectification.domain.item import Item
from rectification.domain.item_lifecycle import DONE_BY
from rectification.usecases.writing import write
from shared.clocks import store as clocks
from shared.http.models import Day, Text
from shared.process.bodies import Command
from shared.process.process import Changes, Step


class ExtendItem(Command):
    """延长时限 · until when, and why."""

    due_on: Annotated[Day, Field(description="新时限 · new date")]
    reason: Annotated[str, Text(2, 2000), Field(description="延期理由 · reason")]


async def extend_item(step: Step[Item, ExtendItem]) -> Changes:
    """Set the later date. An item that was verified cannot be extended, so nothing closed is judged anew.

    Rule: F5.
    """
    await write(step, "rectification_item", "extension")
    due_on = step.command.due_on
    await clocks.cancel(step.tx, step.subject.id, at=step.at, rules=[DONE_BY])
    return Changes(
        columns={"due_on": due_on},
        event={"due_on": due_on.isoformat()},
        written={DONE_BY: due_on},
        clock_holder=step.subject.organisation_path,
    )
