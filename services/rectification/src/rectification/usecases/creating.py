"""How a new object comes into the world when an officer brings it: once for each key, in one transaction."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from datetime import date
from typing import Any

from rectification.domain.tracked import Tracked
from rectification.store.objects import columns_of
from shared.auth.actor import Actor
from shared.db import Transaction
from shared.directory.paths import code_of, organ_of
from shared.directory.store import Organisation, find_organisation
from shared.http import idempotency
from shared.http.answers import Answer
from shared.http.models import Input
from shared.ids import uuid7
from shared.lifecycle import Refused
from shared.numbering import next_number
from shared.process.create import create
from shared.process.describe import describe
from shared.process.desk import Call, Desk
from shared.process.perform import refusal
from shared.process.process import Process

SECRECY = "work_secret"


async def bring(
    desk: Desk, process: Process[Any], body: Input, call: Call, make: Callable[[Transaction], Awaitable[Any]]
) -> Answer:
    """Make an object in one transaction and return it as its maker sees it.

    Raises: Problem with the code `make` refuses with.
    """
    key = idempotency.key_of(call, body)
    async with desk.db.transaction(call.actor.scope(call.at)) as tx:
        if replay := await idempotency.claim(tx, key, call.at):
            return replay
        try:
            subject = await make(tx)
        except Refused as refused:
            raise refusal(refused) from refused
        shown = await describe(tx, desk, process, subject, call)
        where = f"/{desk.service}/v1/{process.collection}/{subject.id}"
        answer = Answer(201, shown, etag=subject.version, location=where)
        idempotency.keep(tx, key, answer, call.at)
    return answer


async def begin(
    tx: Transaction,
    desk: Desk,
    process: Process[Any],
    subject: Tracked,
    *,
    actor: Actor,
    today: date,
    rule: str,
    event: str = "",
    event_data: dict[str, Any] | None = None,
    due: Mapping[str, date] | None = None,
    clock_holder: str = "",
) -> None:
    """Queue a new object with its first move, and the deadlines whose days are written."""
    at = desk.clock.now()
    await create(
        tx, desk, process, subject, rule=rule, action="create", actor=actor, at=at, trigger_on=today, event=event,
        event_data=event_data, starts=due or {}, clock_holder=clock_holder,
        columns=columns_of(subject, at),
    )  # fmt: skip


def fresh(process: Process[Any], holder_path: str, number: str | None = None) -> dict[str, Any]:
    """Return what every new object begins with."""
    return {
        "id": uuid7(),
        "number": number,
        "state": process.lifecycle.initial.value,
        "version": 1,
        "holder_path": holder_path,
        "secrecy": SECRECY,
    }


async def numbered(tx: Transaction, holder_path: str, kind: str, year: int) -> str:
    """Take the next number of the holder's organ. Rule: 1.8."""
    return str(await next_number(tx, org=code_of(organ_of(holder_path)), kind=kind, year=year))


async def organisation(tx: Transaction, code: str) -> Organisation:
    """Return the open organisation with that code. Raises: Refused `organisation_unknown`."""
    found = await find_organisation(tx, code)
    if found is None:
        raise Refused("organisation_unknown", code=code)
    return found
