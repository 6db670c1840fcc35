"""From a request to a `Call`: who, when, in which language, with which key and version."""

from collections.abc import Awaitable, Callable
from typing import Annotated, Any

from fastapi import Depends, Request

from shared.auth.actor import PUBLIC, Actor
from shared.auth.depends import CurrentActor
from shared.http.etag import IfMatch
from shared.http.idempotency_key import AnonymousKey, IdempotencyKey
from shared.http.language import language_of
from shared.http.trace import trace_of
from shared.process.desk import Call, Desk


def desk_of(request: Request) -> Desk:
    """Return what the service opened when it started."""
    desk: Desk = request.app.state.desk
    return desk


def _call(request: Request, actor: Actor, key: str | None = None, if_match: int | None = None) -> Call:
    clock = desk_of(request).clock
    return Call(
        actor=actor,
        at=clock.now(),
        today=clock.today(),
        language=language_of(request.scope),
        request_id=trace_of(request.scope).request_id if actor is not PUBLIC else "",
        route=f"{request.method} {request.scope['path']}",
        idempotency_key=key,
        if_match=if_match,
    )


async def _reading(request: Request, actor: CurrentActor) -> Call:
    return _call(request, actor)


async def _writing(request: Request, actor: CurrentActor, key: IdempotencyKey) -> Call:
    return _call(request, actor, key)


async def _moving(request: Request, actor: CurrentActor, key: IdempotencyKey, if_match: IfMatch) -> Call:
    return _call(request, actor, key, if_match)


async def _public_reading(request: Request) -> Call:
    return _call(request, PUBLIC)


async def _public_writing(request: Request, key: AnonymousKey) -> Call:
    return _call(request, PUBLIC, key)


async def _at_desk(request: Request) -> Desk:
    return desk_of(request)  # not `desk_of` itself: a plain function would be sent to a thread


AtDesk = Annotated[Desk, Depends(_at_desk)]
Reading = Annotated[Call, Depends(_reading)]
"""A caller who reads."""
Writing = Annotated[Call, Depends(_writing)]
"""A caller who makes something: needs an `Idempotency-Key`."""
Moving = Annotated[Call, Depends(_moving)]
"""A caller who moves an object: needs an `Idempotency-Key` and the version they saw."""
PublicReading = Annotated[Call, Depends(_public_reading)]
PublicWriting = Annotated[Call, Depends(_public_writing)]
Endpoint = Callable[..., Awaitable[Any]]
