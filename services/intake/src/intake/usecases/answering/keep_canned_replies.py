"""Replies by state: an office edits its own, every version stays, and a matter gets them filled in."""

from __future__ import annotations

from typing import Annotated, Any, Literal
from uuid import UUID

from pydantic import Field

from intake.domain.canned_reply import CannedReply, fill, unknown_placeholders
from intake.domain.receipt_states import NOTICES, receipt_state
from intake.store.canned_replies import add_version, replies_of, reply_of, shown, versions_of
from shared.audit.record import audit
from shared.directory.paths import organ_of
from shared.http import idempotency
from shared.http.answers import Answer
from shared.http.models import Input, Instant, Output, Text
from shared.http.problems import FieldError, Problem, invalid_input
from shared.process.bodies import Code
from shared.process.desk import Call, Desk
from shared.process.load import load_for
from shared.process.process import Process

EDIT, READ = "canned_reply:edit", "canned_reply:read"
Kind = Literal["report", "demand"]


class WriteCannedReply(Input):
    """写常用答复 · a reply in two languages; `replaces` is the version it was written over."""

    object_type: Kind
    code: Code
    state: Annotated[Code, Field(description="群众所见状态 · what the receipt shows")]
    text_zh: Annotated[str, Text(4, 1000), Field(description="中文 · Chinese")]
    text_en: Annotated[str, Text(4, 2000), Field(description="英文 · English")]
    is_active: bool = True
    replaces: Annotated[
        int, Field(ge=0, description="所改的版本，新写填 0 · version seen, 0 for a new one")
    ] = 0


class CannedReplyOut(Output):
    """A reply; version 0 is the shipped one."""

    code: str
    object_type: str
    state: str
    text_zh: str
    text_en: str
    version: int
    is_active: bool


class CannedReplyVersionOut(CannedReplyOut):
    """A version, and who wrote it when."""

    by: str
    at: Instant


class CannedRepliesOut(Output):
    """The replies in use."""

    items: list[CannedReplyOut]


class CannedReplyVersionsOut(Output):
    """What was written over time, newest first."""

    items: list[CannedReplyVersionOut]


async def list_replies(desk: Desk, call: Call) -> Answer:
    """Return the replies of the caller's organ. Raises: Problem `forbidden`."""
    _may(desk, READ, call)
    async with desk.db.reader(call.actor.scope(call.at)) as reader:
        found = await replies_of(reader, organ_of(call.actor.organisation))
    return Answer(200, {"items": [shown(one) for one in found]})


async def list_versions(desk: Desk, object_type: Kind, code: str, call: Call) -> Answer:
    """Return what the caller's organ wrote over time. Raises: Problem `forbidden`."""
    _may(desk, READ, call)
    async with desk.db.reader(call.actor.scope(call.at)) as reader:
        found = await versions_of(reader, organ_of(call.actor.organisation), object_type, code)
    return Answer(200, {"items": found})


async def write_reply(desk: Desk, body: WriteCannedReply, call: Call) -> Answer:
    """Write a version over the one that was seen.

    Raises: Problem `forbidden`, `invalid_input`, `canned_reply_changed`.
    """
    _may(desk, EDIT, call)
    _check(body)
    key = idempotency.key_of(call, body)
    organ = organ_of(call.actor.organisation)
    async with desk.db.transaction(call.actor.scope(call.at)) as tx:
        if replay := await idempotency.claim(tx, key, call.at):
            return replay
        now = await reply_of(tx, organ, body.object_type, body.code)
        if body.replaces != (now.version if now else 0):
            raise Problem("canned_reply_changed")
        reply = CannedReply(**body.model_dump(exclude={"replaces"}), version=body.replaces + 1)
        add_version(tx, organ, reply, by=call.actor.id, at=call.at)
        audit(
            tx, call.actor, call.at, action=EDIT, object_type="canned_reply", request_id=call.request_id,
            details={"code": body.code, "of": body.object_type, "version": reply.version},
        )  # fmt: skip
        answer = Answer(201, shown(reply))
        idempotency.keep(tx, key, answer, call.at)
    return answer


async def offer_replies(desk: Desk, process: Process[Any], object_id: UUID, call: Call) -> Answer:
    """Return the replies that fit where a matter stands, filled in. Raises: Problem `not_found`, `forbidden`."""
    async with desk.db.reader(call.actor.scope(call.at)) as reader:
        permission = process.permission("send_message")
        matter, _ = await load_for(reader, desk, process, object_id, call, permission, lock=False)
        found = await replies_of(reader, organ_of(matter.holder_path), process.name)
    values = {
        "number": matter.number or "",
        "received_on": matter.received_on.isoformat(),
        "today": call.today.isoformat(),
    }
    state = receipt_state(process.name, matter.state)
    fitting = [shown(one) for one in found if one.state == state]
    filled = [
        {**one, "text_zh": fill(one["text_zh"], values), "text_en": fill(one["text_en"], values)}
        for one in fitting
    ]
    return Answer(200, {"items": filled})


def _may(desk: Desk, permission: str, call: Call) -> None:
    if not desk.permissions.holds(call.actor, permission, call.at):
        raise Problem("forbidden")


def _check(body: WriteCannedReply) -> None:
    wrong = [] if body.state in NOTICES else [FieldError("/state", "body", "unknown_code")]
    wrong += [
        FieldError(f"/{name}", "body", "placeholder_unknown", {"names": unknown})
        for name, text in (("text_zh", body.text_zh), ("text_en", body.text_en))
        if (unknown := unknown_placeholders(text))
    ]
    if wrong:
        raise invalid_input(*wrong)
