"""From a request to its caller: the dependency every route but the public ones has."""

from typing import Annotated

import structlog
from fastapi import Request, Security
from fastapi.openapi.models import HTTPBearer
from fastapi.security.base import SecurityBase

from shared.auth import presented
from shared.auth.actor import Actor
from shared.auth.declare import Access, access_of
from shared.auth.jwks import IssuerKeys
from shared.auth.revocation import PermissionVersions
from shared.auth.tokens import (
    TokenRefused,
    TokenVerifier,
    Unauthenticated,
    UnknownKey,
    Verified,
)
from shared.clock import Clock
from shared.http.problems import Problem

log = structlog.get_logger()

REALM = "huiying"
_RETRY_STALE = {"Retry-After": "5"}


class Authenticator:
    """Turns the `Authorization` header of a request into its caller, and holds them to what routes declare.

    `clock` is the machine's own even where a demonstration shifts a service's time: tokens live in real time.
    """

    def __init__(self, verifier: TokenVerifier, versions: PermissionVersions, clock: Clock) -> None:
        self.verifier = verifier
        self.versions = versions
        self._clock = clock

    async def caller(self, headers: list[str]) -> Actor:
        """Return who is calling, given every `Authorization` header. Raises: TokenRefused."""
        token = _token(headers)
        actor = (await self._verified(token)).actor
        self.versions.check(actor)
        presented.current.set(presented.Presented(actor.token_id, token))
        return actor

    async def admit(self, headers: list[str], access: Access | None) -> Actor:
        """Return who is calling a route. Raises: Problem."""
        try:
            actor = await self.caller(headers)
        except TokenRefused as refused:
            log.info("token_refused", code=refused.code, reason=str(refused))
            raise _challenge(refused) from refused
        if access is None:
            raise Problem("forbidden")
        service = actor.id if actor.kind == "service" else actor.acting
        if service is not None and service not in access.services:
            log.warning("call_outside_graph", service=service, permission=access.permission)
            raise Problem("forbidden")
        if access.sensitive and self.versions.is_stale():
            raise Problem("service_unavailable", headers=_RETRY_STALE)
        return actor

    async def _verified(self, token: str) -> Verified:
        at = self._clock.now()
        try:
            return self.verifier.verify(token, at)
        except UnknownKey as unknown:
            if isinstance(unknown.keys, IssuerKeys) and await unknown.keys.refresh_for_unknown():
                return self.verifier.verify(token, at)
            raise


def _token(headers: list[str]) -> str:
    if not headers:
        raise Unauthenticated("no token")
    scheme, _, token = headers[0].partition(" ")
    if len(headers) > 1 or scheme.lower() != "bearer" or not token:
        raise Unauthenticated("not one bearer token")
    return token


def _challenge(refused: TokenRefused) -> Problem:
    """Return the 401 answer; RFC 6750 wants no error code when no token was presented."""
    told = "" if isinstance(refused, Unauthenticated) else ', error="invalid_token"'
    return Problem(refused.code, headers={"WWW-Authenticate": f'Bearer realm="{REALM}"{told}'})


class Bearer(SecurityBase):
    """The security scheme of the API documents, and the dependency itself."""

    def __init__(self) -> None:
        self.model = HTTPBearer(bearerFormat="JWT", description="访问令牌 · access token, five minutes")
        self.scheme_name = "access_token"

    async def __call__(self, request: Request) -> Actor:
        """Return the caller of the request. Raises: Problem."""
        authenticator: Authenticator = request.app.state.authenticator
        route = request.scope.get("route")
        headers = request.headers.getlist("authorization")
        return await authenticator.admit(headers, access_of(getattr(route, "endpoint", None)))


current_actor = Bearer()
CurrentActor = Annotated[Actor, Security(current_actor)]
