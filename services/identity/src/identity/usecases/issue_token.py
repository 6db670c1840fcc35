"""Make an access token for an officer from what holds today."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from identity.domain.call_graph import SERVICES
from identity.domain.officers import Officer
from identity.domain.sessions import SENSITIVE
from identity.settings import SecondFactor
from identity.store.credentials import Credentials
from identity.store.rights import clearance_of, delegations_to, grants_of
from identity.store.versions import version_of
from identity.usecases.access import Access
from shared.auth.actor import Actor
from shared.auth.tokens import LIFE, issue
from shared.db import Reader
from shared.process.desk import Desk


@dataclass(frozen=True, slots=True)
class Holder:
    """An officer with today's rights. `restricted` names what must be done before they can be used."""

    actor: Actor
    restricted: str | None


async def holder_of(
    reader: Reader, desk: Desk, access: Access, officer: Officer, credentials: Credentials
) -> Holder:
    """Return the officer as tokens carry one.

    Who must first change a password or enrol a second factor gets a token without any role: it opens nothing
    but his own page.
    """
    today = desk.clock.today()
    actor = await actor_of(reader, officer, today)
    restricted = _restriction(access, actor, credentials)
    if restricted is not None:
        actor = Actor(
            kind="officer", id=actor.id, login=actor.login, organisation=actor.organisation,
            permission_version=actor.permission_version,
        )  # fmt: skip
    return Holder(actor, restricted)


async def actor_of(reader: Reader, officer: Officer, today: date) -> Actor:
    """Return the officer with every right that holds today."""
    own = [grant.in_token() for grant in await grants_of(reader, officer.id) if grant.holds(today)]
    lent = [one.in_token() for one in await delegations_to(reader, officer.id) if one.holds(today)]
    return Actor(
        kind="officer",
        id=str(officer.id),
        login=officer.login,
        organisation=officer.holder_path,
        grants=(*own, *lent),
        clearance=await clearance_of(reader, officer.id, today),
        permission_version=await version_of(reader, str(officer.id)),
    )


def _restriction(access: Access, actor: Actor, credentials: Credentials) -> str | None:
    if credentials.must_change:
        return "password_change"
    if credentials.totp_secret is not None or access.second_factor is SecondFactor.OPTIONAL:
        return None
    sensitive = any(grant.role in SENSITIVE for grant in actor.grants)
    return "second_factor" if sensitive or access.second_factor is SecondFactor.EVERYBODY else None


def sign_for(access: Access, actor: Actor, audience: tuple[str, ...] = SERVICES) -> str:
    """Return a signed access token of the usual life."""
    at = access.wall.now()
    token, _ = issue(actor, issuer=access.issuer, audience=audience, signer=access.keys.signer(at), at=at)
    return token


def token_answer(access: Access, actor: Actor, **more: str | None) -> dict[str, object]:
    """Return the body of a successful answer (RFC 6749 5.1)."""
    answer: dict[str, object] = {
        "access_token": sign_for(access, actor),
        "token_type": "Bearer",
        "expires_in": int(LIFE.total_seconds()),
    }
    return answer | {name: value for name, value in more.items() if value is not None}
