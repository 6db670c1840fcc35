"""Who may learn that clues were handed over about an organisation, and how many."""

from __future__ import annotations

from datetime import datetime

from rectification.domain.clue_handover_lifecycle import HANDED_CLUE
from rectification.domain.organization import InspectedOrganization
from shared.auth.actor import Actor
from shared.auth.permissions import ObjectFacts
from shared.process.desk import Desk

CLUE_RESULTS = "clue_results"
"""The paper that counts them; it is not there for whoever may not know."""


def may_read_clues(desk: Desk, organization: InspectedOrganization, actor: Actor, at: datetime) -> bool:
    """Say whether somebody reads the hand-over list of whoever holds this organisation's matter."""
    facts = ObjectFacts(str(organization.id), organization.holder_path, actor.clearance)
    return desk.permissions.decide(actor, f"{HANDED_CLUE.name}:read", facts, at).allowed
