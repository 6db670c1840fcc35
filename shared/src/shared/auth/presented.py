"""The token a request came with, kept so that a call to another service can carry its officer."""

from __future__ import annotations

from contextvars import ContextVar
from typing import NamedTuple

from shared.auth.actor import Actor
from shared.auth.tokens import Unauthenticated


class Presented(NamedTuple):
    """An access token and its id."""

    token_id: str
    token: str


current: ContextVar[Presented | None] = ContextVar("presented_token", default=None)


def presented_token(actor: Actor) -> str:
    """Return the token this actor presented in the request being served.

    Raises: Unauthenticated when the request was somebody else's, or there is none.
    """
    presented = current.get()
    if presented is None or presented.token_id != actor.token_id:
        raise Unauthenticated("no token of this caller is at hand")
    return presented.token
