"""Permission rules as a lifecycle table's `by` column says them."""

from __future__ import annotations

from shared.auth.permissions import Rule
from shared.auth.roles import Role
from shared.lifecycle.table import Lifecycle


def rules_of(lifecycle: Lifecycle) -> list[Rule]:
    """Return one rule for each action and capacity; moves of the system or a receipt's holder give none."""
    found: dict[tuple[str, str], dict[Role, None]] = {}
    for row in lifecycle.rows:
        for party in row.by:
            if party.role is not None:
                found.setdefault((row.action.value, party.capacity), {})[party.role] = None
    return [
        Rule(f"{lifecycle.name}:{action}", tuple(roles), (capacity,))
        for (action, capacity), roles in found.items()
    ]
