"""Tokens for systems: a client proves itself with its key, and may act for an officer whose token it holds."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

import structlog
from joserfc.jwk import ECKey, Key

from identity.domain.call_graph import CALLS
from identity.domain.clients import Client, ClientKind, audiences_for
from identity.store.clients import maybe_client, use_assertion
from identity.store.versions import version_of
from identity.usecases.access import Access, own_verifier
from shared.auth.actor import Actor, RoleGrant
from shared.auth.assertions import AssertionRefused, verify_assertion
from shared.auth.exchange import ExchangeRefused, exchange
from shared.auth.secrecy import SecrecyLevel
from shared.auth.tokens import LIFE, TokenRefused, Verified, issue
from shared.http.problems import Problem
from shared.process.desk import Desk

log = structlog.get_logger()


async def prove_client(desk: Desk, access: Access, assertion: str) -> Client:
    """Return the client that signed an assertion (`private_key_jwt`). Raises: Problem `client_refused`."""
    found: dict[str, Client] = {}

    async def keys_of(client_id: str) -> Mapping[str, Key]:
        async with desk.db.reader() as reader:
            client = await maybe_client(reader, client_id)
        if client is None or not client.is_enabled:
            return {}
        found[client_id] = client
        return {key["kid"]: ECKey.import_key(dict(key)) for key in client.keys}

    async def use_once(client_id: str, jti: str, expires_at: datetime) -> bool:
        async with desk.db.transaction() as tx:
            return await use_assertion(tx, client_id, jti, expires_at)

    try:
        client_id = await verify_assertion(
            assertion, audience=access.issuer, keys_of=keys_of, use_once=use_once, at=access.wall.now()
        )
    except AssertionRefused as refused:
        log.info("client_refused", reason=str(refused))
        raise Problem("client_refused") from refused
    return found[client_id]


async def own_token(desk: Desk, access: Access, client: Client, audience: list[str]) -> dict[str, object]:
    """Return a token that speaks for the client itself. Raises: Refused `audience_not_allowed`."""
    wanted = audiences_for(client, audience)
    async with desk.db.reader() as reader:
        version = await version_of(reader, client.id)
    actor = Actor(
        kind="service" if client.kind is ClientKind.SERVICE else "client",
        id=client.id,
        login=client.id,
        organisation=client.path,
        grants=tuple(RoleGrant(role, client.path) for role in client.roles),
        clearance=SecrecyLevel.WORK_SECRET,
        permission_version=version,
        event_types=client.event_types,
    )
    return _answer(access, actor, wanted)


async def acting_token(
    desk: Desk, access: Access, client: Client, subject_token: str, audience: list[str]
) -> dict[str, object]:
    """Return a token that speaks for the officer, with the service as the one acting (RFC 8693).

    Raises: Problem `exchange_refused`.
    """
    at = access.wall.now()
    try:
        if client.kind is not ClientKind.SERVICE or len(audience) != 1:
            raise ExchangeRefused("only services, one audience at a time")
        subject = own_verifier(access, client.id).verify(subject_token, at)
        await _still_current(desk, subject)
        actor, life = exchange(subject, client.id, audience[0], CALLS, at)
    except (ExchangeRefused, TokenRefused) as refused:
        log.info("exchange_refused", service=client.id, reason=str(refused))
        raise Problem("exchange_refused") from refused
    token, _ = issue(
        actor, issuer=access.issuer, audience=audience, signer=access.keys.signer(at), at=at, life=life
    )
    return {
        "access_token": token,
        "issued_token_type": "urn:ietf:params:oauth:token-type:access_token",
        "token_type": "Bearer",
        "expires_in": int(life.total_seconds()),
    }


async def _still_current(desk: Desk, subject: Verified) -> None:
    async with desk.db.reader() as reader:
        current = await version_of(reader, subject.actor.id)
    if subject.actor.permission_version < current:
        raise ExchangeRefused("rights changed since")


def _answer(access: Access, actor: Actor, audience: tuple[str, ...]) -> dict[str, object]:
    at = access.wall.now()
    token, _ = issue(actor, issuer=access.issuer, audience=audience, signer=access.keys.signer(at), at=at)
    return {"access_token": token, "token_type": "Bearer", "expires_in": int(LIFE.total_seconds())}
