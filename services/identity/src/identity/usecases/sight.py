"""May this caller do that, to this officer or in that place? What is out of sight does not exist."""

from __future__ import annotations

from uuid import UUID

from identity.domain.officers import Officer
from identity.store.officers import lock_officer, maybe_officer
from shared.auth.permissions import ObjectFacts
from shared.auth.secrecy import SecrecyLevel
from shared.db import Reader, Transaction
from shared.http.problems import Problem
from shared.process.desk import Call, Desk


async def officer_for(
    tx: Reader, desk: Desk, officer_id: UUID, call: Call, permission: str, *, or_self: bool = False
) -> Officer:
    """Return an officer to whom the caller may do this. `or_self` lets everybody do it to himself.

    Raises: Problem `not_found`, `forbidden`.
    """
    return _allowed(await maybe_officer(tx, officer_id), desk, call, permission, or_self=or_self)


async def locked_officer_for(
    tx: Transaction, desk: Desk, officer_id: UUID, call: Call, permission: str, *, or_self: bool = False
) -> Officer:
    """Return an officer as `officer_for` does, the row locked. Raises: Problem `not_found`, `forbidden`."""
    return _allowed(await lock_officer(tx, officer_id), desk, call, permission, or_self=or_self)


def _allowed(officer: Officer | None, desk: Desk, call: Call, permission: str, *, or_self: bool) -> Officer:
    if officer is None:
        raise Problem("not_found")
    if is_system(call) or (or_self and is_self(call, officer.id)):
        return officer
    facts = ObjectFacts(str(officer.id), officer.holder_path, SecrecyLevel(officer.secrecy))
    decision = desk.permissions.decide(call.actor, permission, facts, call.at)
    if not decision.allowed:
        sees = decision.visible or desk.permissions.decide(call.actor, "officer:read", facts, call.at).allowed
        raise Problem("forbidden" if sees else "not_found")
    return officer


def may_over(desk: Desk, call: Call, permission: str, path: str) -> None:
    """Make sure that the caller may do this in the organisation at a path. Raises: Problem `forbidden`."""
    if not is_system(call) and not desk.permissions.over(call.actor, permission, path, call.at):
        raise Problem("forbidden")


def may(desk: Desk, call: Call, permission: str) -> None:
    """Make sure that the caller may do this at all. Raises: Problem `forbidden`."""
    if not is_system(call) and not desk.permissions.holds(call.actor, permission, call.at):
        raise Problem("forbidden")


def is_self(call: Call, officer_id: UUID) -> bool:
    """Say whether the caller is that officer, in person: not a service that acts for him."""
    return call.actor.kind == "officer" and call.actor.acting is None and call.actor.id == str(officer_id)


def is_system(call: Call) -> bool:
    """Say whether the service itself is at work."""
    return call.actor.kind == "system"


def same_version(call: Call, version: int) -> None:
    """Compare the version the caller saw. Raises: Problem `version_stale`."""
    if call.if_match is not None and call.if_match != version:
        raise Problem("version_stale")
