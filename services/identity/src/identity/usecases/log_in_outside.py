"""Log in with the token of an outside identity provider (OIDC): it says who, our grants say what.

The provider is named by configuration. Its token is exchanged once for ours (RFC 8693); second factors are its affair.
"""

from __future__ import annotations

from typing import Any

import structlog

from identity.clients.outside_issuer import FRESH, digest_of
from identity.domain.officer_lifecycle import OfficerState
from identity.domain.sessions import idle_life
from identity.store.credentials import spend_proof
from identity.store.officers import by_logins
from identity.store.sessions import add_session, add_token
from identity.usecases.access import Access
from identity.usecases.issue_token import actor_of, token_answer
from shared.audit.record import audit
from shared.auth.refresh import ABSOLUTE_LIFE, first_secret, stored_hash
from shared.auth.tokens import TokenRefused
from shared.http.problems import Problem
from shared.ids import uuid4
from shared.process.desk import Desk

KEPT = 2 * FRESH
log = structlog.get_logger()

ID_TOKEN_TYPE = "urn:ietf:params:oauth:token-type:id_token"  # noqa: S105 - a type name


async def log_in_outside(desk: Desk, access: Access, presented: str) -> dict[str, object]:
    """Return our tokens for the officer an outside token speaks of. Raises: Problem `login_refused`."""
    at = access.wall.now()
    login = await _login_of(access, presented)
    refresh, session_id = first_secret(), uuid4()
    async with desk.db.transaction() as tx:
        if not await spend_proof(tx, digest_of(presented), at + KEPT):
            raise Problem("login_refused")
        officer = (await by_logins(tx, [login])).get(login)
        if officer is None or officer.state != OfficerState.ACTIVE:
            raise Problem("login_refused")
        actor = await actor_of(tx, officer, desk.clock.today())
        idle = idle_life(grant.role for grant in actor.grants)
        add_session(tx, session_id, officer.id, at=at, ends_at=at + ABSOLUTE_LIFE)
        await tx.flush()
        add_token(tx, stored_hash(refresh), session_id, at=at, idle=idle)
        audit(
            tx, actor, at, action="session:begin", object_type="officer", object_id=officer.id,
            details={"outside": True},
        )  # fmt: skip
    return token_answer(access, actor, refresh_token=refresh)


async def _login_of(access: Access, presented: str) -> str:
    if access.outside is None:
        raise Problem("grant_type_unsupported")
    try:
        claims: dict[str, Any] = await access.outside.verify(presented, access.wall.now())
    except TokenRefused as refused:
        log.info("login_refused", reason=str(refused))
        raise Problem("login_refused") from refused
    login = claims.get(access.outside.login_claim)
    if not isinstance(login, str):
        raise Problem("login_refused")
    return login.strip().lower()
