"""End a session (RFC 7009): its refresh tokens at once, access tokens with the next permission version."""

from __future__ import annotations

from identity.store.sessions import lock_token, revoke_session
from identity.usecases.access import Access
from identity.usecases.refresh_session import LONGEST
from identity.usecases.versions import rights_changed
from shared.audit.record import audit
from shared.auth.actor import Actor
from shared.auth.refresh import stored_hash
from shared.process.desk import Desk


async def log_out(desk: Desk, access: Access, presented: str) -> None:
    """End the session a refresh token belongs to. A token nobody knows is no error."""
    at = access.wall.now()
    async with desk.db.transaction() as tx:
        found = await lock_token(tx, stored_hash(presented[:LONGEST]))
        if found is None or found.stored.family_revoked_at is not None:
            return
        await revoke_session(tx, found.session_id, "log_out", at)
        await rights_changed(tx, desk, [found.officer_id], at)
        officer = Actor(kind="officer", id=str(found.officer_id))
        audit(tx, officer, at, action="session:end", object_type="officer", object_id=found.officer_id)
