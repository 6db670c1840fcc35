"""Exchange a refresh token for the next one; a second use ends the whole session."""

from __future__ import annotations

from datetime import datetime

from identity.domain.officer_lifecycle import OfficerState
from identity.domain.sessions import idle_life
from identity.store.credentials import maybe_credentials
from identity.store.officers import maybe_officer
from identity.store.sessions import Presented, add_token, lock_token, revoke_session, use_token
from identity.usecases.access import Access
from identity.usecases.issue_token import Holder, holder_of, token_answer
from identity.usecases.versions import rights_changed
from shared.audit.record import audit
from shared.auth.actor import Actor
from shared.auth.refresh import Outcome, judge, next_secret, stored_hash
from shared.db import Transaction
from shared.http.problems import Problem
from shared.process.desk import Desk

LONGEST = 200


async def refresh_session(desk: Desk, access: Access, presented: str) -> dict[str, object]:
    """Return fresh tokens with today's rights. Raises: Problem `refresh_refused`."""
    at = access.wall.now()
    digest = stored_hash(presented[:LONGEST])
    successor = next_secret(desk.seals.provider.mac("refresh", b"key").value, presented[:LONGEST])
    async with desk.db.transaction() as tx:
        found = await lock_token(tx, digest)
        outcome = judge(found.stored if found else None, client_id="", binding="", at=at).outcome
        holder = None
        if found and outcome is Outcome.REVOKE_FAMILY:
            await _stolen(tx, desk, found, at)
        elif found and outcome in (Outcome.ROTATE, Outcome.REPEAT):
            holder = await _go_on(tx, desk, access, found, digest, successor, outcome, at)
    if holder is None:
        raise Problem("refresh_refused")
    return token_answer(access, holder.actor, refresh_token=successor, restricted_until=holder.restricted)


async def _stolen(tx: Transaction, desk: Desk, found: Presented, at: datetime) -> None:
    """Two hold one token, so one of them stole it: end the session and every access token of the officer."""
    await revoke_session(tx, found.session_id, "reuse", at)
    await rights_changed(tx, desk, [found.officer_id], at)
    audit(
        tx, Actor(kind="public", id="public"), at, action="session:revoke", object_type="officer",
        object_id=found.officer_id, outcome="revoked", details={"why": "refresh token used twice"},
    )  # fmt: skip


async def _go_on(
    tx: Transaction,
    desk: Desk,
    access: Access,
    found: Presented,
    digest: bytes,
    successor: str,
    outcome: Outcome,
    at: datetime,
) -> Holder | None:
    following = stored_hash(successor)
    if outcome is Outcome.REPEAT and found.successor != following:
        return None  # the key of successors was changed in between: only a new log-in helps
    officer, credentials = (
        await maybe_officer(tx, found.officer_id),
        await maybe_credentials(tx, found.officer_id),
    )
    if officer is None or credentials is None or officer.state != OfficerState.ACTIVE:
        return None
    holder = await holder_of(tx, desk, access, officer, credentials)
    if outcome is Outcome.ROTATE:
        idle = idle_life(grant.role for grant in holder.actor.grants)
        await use_token(tx, digest, following, found.session_id, at)
        add_token(tx, following, found.session_id, at=at, idle=idle)
    return holder
