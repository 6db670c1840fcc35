"""Which bodies may verify an item now."""

from __future__ import annotations

from typing import Any

from rectification.domain.item import Item
from rectification.domain.organization_lifecycle import SUPERVISING
from shared.needtoknow.store import grantees_of
from shared.process.process import Step


async def supervisors_of_item(step: Step[Item, Any]) -> tuple[str, ...]:
    """Return the paths of the bodies that supervise the item at this instant."""
    known = await grantees_of(step.tx, step.subject.id)
    return tuple(one.grantee for one in known if one.capacity == SUPERVISING and one.is_live(step.at))
