"""Token exchange (RFC 8693), the issuer's decision: a service gets a token that speaks for its officer.

The officer stays the subject, with no right more; the service is named as the one acting.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import replace
from datetime import datetime, timedelta

from shared.auth.actor import Actor
from shared.auth.tokens import LIFE, Verified

GRANT_TYPE = "urn:ietf:params:oauth:grant-type:token-exchange"
ACCESS_TOKEN_TYPE = "urn:ietf:params:oauth:token-type:access_token"  # noqa: S105 - a type name


class ExchangeRefused(Exception):
    """The service may not have that token; the reason is for the log only."""


CallGraph = Mapping[str, Collection[str]]
"""Which services each service may call; a call outside it is refused."""


def exchange(
    subject: Verified, service: str, audience: str, graph: CallGraph, at: datetime
) -> tuple[Actor, timedelta]:
    """Return the actor to issue a token for, and its life, which ends no later than the officer's own token.

    `subject` is the officer's token, verified with the service that presents it as the audience.

    Raises: ExchangeRefused.
    """
    if audience not in graph.get(service, ()):
        raise ExchangeRefused(f"{service} does not call {audience}")
    if subject.actor.kind not in ("officer", "client"):
        raise ExchangeRefused("only officers and clients are acted for")
    if service not in subject.audience:
        raise ExchangeRefused("the token was not given to this service")
    left = timedelta(seconds=subject.expires_at - int(at.timestamp()))
    if left <= timedelta(0):
        raise ExchangeRefused("expired")
    return replace(subject.actor, acting=service, token_id=""), min(LIFE, left)
