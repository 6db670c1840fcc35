"""The tokens a service calls others with: its own, and exchanged ones that speak for its officer."""

from __future__ import annotations

import asyncio
import time
from collections import OrderedDict
from collections.abc import Callable, Mapping
from typing import NamedTuple

from shared.auth.actor import Actor
from shared.auth.assertions import ASSERTION_TYPE, assertion
from shared.auth.exchange import ACCESS_TOKEN_TYPE, GRANT_TYPE
from shared.auth.keys import SigningKey
from shared.auth.presented import presented_token
from shared.clock import Clock
from shared.http.client import ServiceClient, Wire

SPARE_S = 30.0
"""A token is replaced so long before it ends, so that it does not end under way."""
_MOST = 2000


class TokenAnswer(Wire):
    """The issuer's answer (RFC 6749 5.1)."""

    access_token: str
    expires_in: int


class _Held(NamedTuple):
    token: str
    good_until_s: float


class ServiceTokenSource:
    """Gets tokens from the issuer, keeps each until shortly before its end, and asks once for many askers.

    `issuer` is a client without tokens of its own; `audience` is how the issuer calls itself in assertions.
    """

    def __init__(
        self,
        issuer: ServiceClient,
        token_path: str,
        *,
        client_id: str,
        audience: str,
        signer: Callable[[], SigningKey],
        clock: Clock,
        now: Callable[[], float] = time.monotonic,
    ) -> None:
        self._issuer, self._path = issuer, token_path
        self._client_id, self._audience = client_id, audience
        self._signer, self._clock, self._now = signer, clock, now
        self._held: OrderedDict[tuple[str, str], _Held] = OrderedDict()
        self._asking: dict[tuple[str, str], asyncio.Task[str]] = {}

    async def own(self, audience: str) -> str:
        """Return a token that speaks for this service. Raises: Unavailable, Rejected."""
        return await self._get((audience, ""), {"grant_type": "client_credentials", "audience": audience})

    async def on_behalf(self, actor: Actor, audience: str) -> str:
        """Return a token that speaks for the officer of the request being served.

        Raises: Unauthenticated when the actor is somebody else, Unavailable, Rejected.
        """
        form = {
            "grant_type": GRANT_TYPE,
            "subject_token": presented_token(actor),
            "subject_token_type": ACCESS_TOKEN_TYPE,
            "audience": audience,
        }
        return await self._get((audience, actor.token_id), form)

    def forget(self, token: str) -> None:
        """Drop a token that was refused."""
        for key in [key for key, held in self._held.items() if held.token == token]:
            del self._held[key]

    async def _get(self, key: tuple[str, str], form: Mapping[str, str]) -> str:
        held = self._held.get(key)
        if held is not None and self._now() < held.good_until_s:
            self._held.move_to_end(key)
            return held.token
        asking = self._asking.get(key)
        if asking is None:
            asking = self._asking[key] = asyncio.create_task(self._ask(key, form))
            asking.add_done_callback(lambda task: self._done(key, task))
        return await asyncio.shield(asking)  # one asker that gives up must not fail the others

    async def _ask(self, key: tuple[str, str], form: Mapping[str, str]) -> str:
        proof = assertion(self._client_id, self._audience, self._signer(), self._clock.now())
        proved = {**form, "client_assertion_type": ASSERTION_TYPE, "client_assertion": proof}
        asked_s = self._now()
        answer = await self._issuer.call("POST", self._path, TokenAnswer, form=proved)
        good_s = max(answer.expires_in - SPARE_S, answer.expires_in / 2)
        self._held[key] = _Held(answer.access_token, asked_s + good_s)
        if len(self._held) > _MOST:
            self._held.popitem(last=False)
        return answer.access_token

    def _done(self, key: tuple[str, str], task: asyncio.Task[str]) -> None:
        self._asking.pop(key, None)
        if not task.cancelled():
            task.exception()  # read, so that nobody having waited for it is no warning
