"""Where and how people may report, for the city and each region: declared by the office, dated, read by anybody."""

from __future__ import annotations

from typing import Annotated, Any, Literal
from uuid import UUID

from pydantic import Field

from intake.store import public_channels as store
from shared.audit.record import audit
from shared.db import Scope
from shared.directory.store import find_organisation
from shared.http import idempotency
from shared.http.answers import Answer
from shared.http.fields import on_the_wire
from shared.http.models import Input, Text
from shared.http.problems import FieldError, Problem, invalid_input
from shared.process.bodies import Code
from shared.process.desk import Call, Desk

PERMISSION = "public_channel:declare"
PUBLIC_SCOPE = Scope("public")
Channel = Literal["letter", "visit", "phone", "website", "wechat", "app", "other_channel"]


class DeclareChannel(Input):
    """公布举报渠道 · which way, for which region, where, and when somebody is there."""

    region: Annotated[Code | None, Field(description="区（市），不填为全市 · region; none is the city")] = (
        None
    )
    channel: Annotated[Channel, Field(description="渠道 · channel")]
    address: Annotated[str, Text(2, 200), Field(description="地址、号码或者网址 · address, number or site")]
    hours: Annotated[str, Text(0, 200), Field(description="受理时间 · hours")] = ""


async def declare_channel(desk: Desk, body: DeclareChannel, call: Call) -> Answer:
    """Publish a channel at once; the one before it ends and stays in the history.

    Raises: Problem `forbidden`, `invalid_input`.
    Rule: RPT Art 7.
    """
    _check_right(desk, call)
    key = idempotency.key_of(call, body)
    async with desk.db.transaction(call.actor.scope(call.at)) as tx:
        if replay := await idempotency.claim(tx, key, call.at):
            return replay
        if body.region is not None and await find_organisation(tx, body.region) is None:
            raise invalid_input(FieldError("/region", "body", "unknown_code"))
        row = await store.declare(
            tx, region=body.region, channel=body.channel, at=call.at, address=body.address, hours=body.hours,
            set_by=call.actor.id,
        )  # fmt: skip
        audit(
            tx, call.actor, call.at, action=PERMISSION, object_type="public_channel", object_id=row["id"],
            details=body.model_dump(), request_id=call.request_id,
        )  # fmt: skip
        answer = Answer(201, _shown(row))
        idempotency.keep(tx, key, answer, call.at)
    return answer


async def end_channel(desk: Desk, channel_id: UUID, call: Call) -> Answer:
    """Take a channel back. Raises: Problem `forbidden`, `not_found` where none such holds."""
    _check_right(desk, call)
    key = idempotency.key_of(call, None)
    async with desk.db.transaction(call.actor.scope(call.at)) as tx:
        if replay := await idempotency.claim(tx, key, call.at):
            return replay
        row = await store.end(tx, channel_id, call.at)
        if row is None:
            raise Problem("not_found")
        audit(
            tx, call.actor, call.at, action=PERMISSION, object_type="public_channel", object_id=channel_id,
            details={"ends": True}, request_id=call.request_id,
        )  # fmt: skip
        answer = Answer(200, _shown(row))
        idempotency.keep(tx, key, answer, call.at)
    return answer


async def list_channels(desk: Desk, call: Call, *, past: bool) -> Answer:
    """Return what is published, and with `past` what was. Raises: Problem `forbidden`."""
    if not desk.permissions.holds(call.actor, "public_channel:read", call.at):
        raise Problem("forbidden")
    async with desk.db.reader(call.actor.scope(call.at)) as reader:
        rows = await store.channels(reader, past=past)
    return Answer(200, {"items": [_shown(row) for row in rows]})


async def show_channels(desk: Desk, region: str | None) -> Answer:
    """Return what anybody may read: the city's channels and, where asked, one region's."""
    async with desk.db.reader(PUBLIC_SCOPE) as reader:
        rows = await store.channels(reader, region=region)
    names = ("region", "channel", "address", "hours")
    return Answer(200, {"items": [{name: row[name] for name in names} for row in rows]})


def _check_right(desk: Desk, call: Call) -> None:
    if not desk.permissions.over(call.actor, PERMISSION, desk.settings.receiving_path, call.at):
        raise Problem("forbidden")


def _shown(row: Any) -> dict[str, Any]:
    return {
        **{name: row[name] for name in ("id", "region", "channel", "address", "hours", "set_by")},
        "since": on_the_wire(row["since"]),
        "until": on_the_wire(row["until"]) if row["until"] else None,
    }
