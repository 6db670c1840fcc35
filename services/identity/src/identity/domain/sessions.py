"""How long a log-in may rest before its holder must log in again."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import timedelta

from shared.auth.roles import ADMINISTRATORS, Role

IDLE_LIFE = timedelta(minutes=60)
SENSITIVE_IDLE_LIFE = timedelta(minutes=15)

SENSITIVE = ADMINISTRATORS | {
    Role.DEPUTY_LEADER,
    Role.PARTY_PRINCIPAL,
    Role.PRINCIPAL_LEADER,
    Role.STANDING_COMMITTEE,
    Role.SUPERIOR_COMMISSION,
}


def idle_life(roles: Iterable[Role]) -> timedelta:
    """Return how long a session of who holds these roles may rest: leaders and administrators a quarter of an hour."""
    return SENSITIVE_IDLE_LIFE if SENSITIVE & frozenset(roles) else IDLE_LIFE
