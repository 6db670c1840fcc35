"""F5: the owner declares an item done; another body must verify it."""

from __future__ import annotations

from rectification.domain.item import Item
from rectification.usecases.items.item_supervisors import supervisors_of_item
from shared.process.bodies import Command
from shared.process.process import Changes, Step


async def submit_item(step: Step[Item, Command]) -> Changes:
    """Write down the day; those who verify have 10 working days.

    Rule: F5, P-F6.
    """
    supervisors = await supervisors_of_item(step)
    return Changes(columns={"submitted_on": step.today}, clock_holder=supervisors[0] if supervisors else "")
