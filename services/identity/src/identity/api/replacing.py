"""A caller who replaces or removes something: needs the version they saw, but no idempotency key."""

from typing import Annotated

from fastapi import Depends, Request

from shared.auth.depends import CurrentActor
from shared.http.etag import IfMatch
from shared.http.language import language_of
from shared.http.trace import trace_of
from shared.process.desk import Call
from shared.service.calls import desk_of


async def _replacing(request: Request, actor: CurrentActor, if_match: IfMatch) -> Call:
    clock = desk_of(request).clock
    return Call(
        actor=actor,
        at=clock.now(),
        today=clock.today(),
        language=language_of(request.scope),
        request_id=trace_of(request.scope).request_id,
        route=f"{request.method} {request.url.path}",
        if_match=if_match,
    )


Replacing = Annotated[Call, Depends(_replacing)]
