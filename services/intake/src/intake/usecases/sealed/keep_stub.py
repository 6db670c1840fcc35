"""C-6: a stub is all that is kept of what belongs to a superior."""

from __future__ import annotations

from datetime import date, datetime
from typing import Annotated
from uuid import UUID

from pydantic import Field

from intake.domain.channels import EnteredChannel
from intake.domain.stub_lifecycle import STUB, Stub, StubState
from shared.auth.actor import Actor
from shared.db import Transaction
from shared.directory.paths import code_of
from shared.http import idempotency
from shared.http.answers import Answer
from shared.http.fields import Day
from shared.http.models import Input
from shared.http.problems import FieldError, Problem, invalid_input
from shared.ids import uuid4
from shared.numbering import next_number
from shared.process.aggregate import columns_of
from shared.process.create import create
from shared.process.created import answer_created
from shared.process.desk import Call, Desk


class KeepStub(Input):
    """登记密封件存根 · how and when something came that belongs to a superior; nothing of what it says."""

    channel: Annotated[EnteredChannel, Field(description="来件渠道 · channel")]
    received_on: Annotated[Day | None, Field(description="收到日期，默认当日 · day of receipt")] = None


async def keep_stub(desk: Desk, body: KeepStub, call: Call) -> Answer:
    """Note that something sealed came; it is not read, not entered and not counted as a report.

    Raises: Problem `forbidden`, `invalid_input`.
    Rule: C-6, DL-03.
    """
    key = idempotency.key_of(call, body)
    if not desk.permissions.over(call.actor, "stub:keep", call.actor.organisation, call.at):
        raise Problem("forbidden")
    if body.received_on is not None and body.received_on > call.today:
        raise invalid_input(FieldError("/received_on", "body", "day_in_future"))
    async with desk.db.transaction(call.actor.scope(call.at)) as tx:
        if replay := await idempotency.claim(tx, key, call.at):
            return replay
        stub = await make_stub(
            tx, desk, call.actor.organisation, channel=body.channel, received_on=body.received_on or call.today,
            actor=call.actor, at=call.at,
        )  # fmt: skip
        return await answer_created(tx, desk, desk.processes[STUB.name], stub, call, key)


async def make_stub(
    tx: Transaction,
    desk: Desk,
    holder: str,
    *,
    channel: str,
    received_on: date,
    actor: Actor,
    at: datetime,
    report_id: UUID | None = None,
    state: StubState = StubState.SEALED,
) -> Stub:
    """Queue a stub with the next sealed number of its office; the five days run until it is on its way.

    No event tells of it.
    """
    number = await next_number(tx, org=code_of(holder), kind="stub", year=received_on.year)
    is_on_its_way = state is not StubState.SEALED
    stub = Stub(
        id=uuid4(), number=str(number), state=state.value, version=1, holder_path=holder, secrecy="work_secret",
        channel=channel, received_on=received_on, report_id=report_id,
        forwarded_on=received_on if is_on_its_way else None,
    )  # fmt: skip
    await create(
        tx, desk, desk.processes[STUB.name], stub, rule="A5", action="keep", actor=actor, at=at,
        trigger_on=received_on, starts=() if is_on_its_way else ("DL-03",),
        columns={**columns_of(stub), "created_at": at},
    )  # fmt: skip
    return stub
