"""A5: a sealed matter is carried to the superior, signed for there, and then erased here."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Any

from pydantic import Field

from intake.domain.stub_lifecycle import STUB, Stub, StubAction, StubFacts
from intake.store.stubs import Erased, confirmed_stubs, erase, stub_for
from shared.audit.record import audit
from shared.auth.actor import SYSTEM
from shared.auth.rls import past_sight
from shared.db import Reader, Scope, Transaction
from shared.http.fields import Day
from shared.http.models import Line, ObjectOut
from shared.process.bodies import Command
from shared.process.desk import Desk
from shared.process.process import Changes, Step, Viewer
from shared.process.reconcile import ERASED
from shared.process.system import make_move

AT_ONCE = 20


class StubOut(ObjectOut):
    """A stub: how and when it came, and how it went on."""

    channel: str
    received_on: date
    is_online: bool
    package_sha256: str | None
    forwarded_on: date | None
    courier: str | None
    signed_for_by: str | None
    signed_for_on: date | None


class ForwardStub(Command):
    """递送 · who carries it, and since when."""

    courier: Annotated[str, Line(1, 100), Field(description="递送人 · courier")]
    forwarded_on: Annotated[Day | None, Field(description="递送日期，默认当日 · day")] = None


class ConfirmStub(Command):
    """登记签收 · who signed for it above, and on which day."""

    signed_for_by: Annotated[str, Line(1, 100), Field(description="签收人 · who signed for it")]
    signed_for_on: Annotated[Day | None, Field(description="签收日期，默认当日 · day")] = None


async def stub_facts(step: Step[Stub, Any]) -> StubFacts:
    """Say whether what came online was taken away sealed; paper needs no package."""
    return StubFacts(is_exported=step.subject.report_id is None or step.subject.package_sha256 is not None)


async def forward_stub(step: Step[Stub, ForwardStub]) -> Changes:
    """Note who carries it. Rule: A5, DL-03."""
    command = step.command
    return Changes(columns={"courier": command.courier, "forwarded_on": command.forwarded_on or step.today})


async def confirm_stub(step: Step[Stub, ConfirmStub]) -> Changes:
    """Note the receiver's signature; what came online is erased by the worker at once.

    Rule: 1.4 point 4.
    """
    command = step.command
    return Changes(
        columns={
            "signed_for_by": command.signed_for_by,
            "signed_for_on": command.signed_for_on or step.today,
        }
    )


async def view_stub(_: Reader, __: Desk, stub: Stub, ___: Viewer) -> dict[str, Any]:
    """Return the stub's own fields; what it leads to is not among them."""
    names = StubOut.model_fields.keys() - ObjectOut.model_fields.keys() - {"is_online"}
    return {**{name: getattr(stub, name) for name in names}, "is_online": stub.report_id is not None}


async def taken_over(tx: Transaction, desk: Desk, report_id: Any) -> None:
    """Let the lower organ's stub end when the superior, who works here too, registered the report."""
    async with past_sight(tx):
        stub = await stub_for(tx, report_id)
        if stub is not None and stub.state == "forwarded":
            await make_move(tx, desk, desk.processes[STUB.name], stub, StubAction.TAKE_OVER, Command())
            await tx.flush()


async def clear_confirmed(desk: Desk) -> bool:
    """Erase what was signed for above: first every row, then the files, which without their rows are noise."""
    async with desk.db.transaction(Scope("worker")) as tx:
        stubs = await confirmed_stubs(tx, AT_ONCE)
        keys = []
        for stub in stubs:
            if stub.report_id is not None:
                erased = await erase(tx, stub.report_id)
                _record(tx, desk, erased)
                keys += erased.keys
            await make_move(tx, desk, desk.processes[STUB.name], stub, StubAction.CLEAR, Command())
    for key in keys:
        await desk.keeping.objects.delete(key)
    return len(stubs) == AT_ONCE


def _record(tx: Transaction, desk: Desk, erased: Erased) -> None:
    """Say of each request that the service erased it: what vanishes otherwise is found by the reconciler."""
    names = {process.table: process.name for process in desk.processes.values()}
    for table, request_id in erased.requests:
        audit(
            tx, SYSTEM, desk.clock.now(), action=f"{names[table]}:{ERASED}", object_type=names[table],
            object_id=request_id,
        )  # fmt: skip
