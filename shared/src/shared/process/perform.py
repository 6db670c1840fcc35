"""The one write path: lock, decide, then either collect signatures or make the move, in one transaction.

Every action of every process comes through `perform`. What an action does besides changing the state is its own
file under `usecases/`; it runs inside the transaction opened here and answers with `Changes`.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Any, cast
from uuid import UUID

import sqlalchemy as sa

from shared.auth.actor import SYSTEM
from shared.auth.permissions import ObjectFacts
from shared.auth.rls import let_go
from shared.db import Transaction
from shared.http import idempotency
from shared.http.answers import Answer
from shared.http.problems import Problem
from shared.lifecycle import Refused, Row
from shared.process.bodies import Command
from shared.process.describe import describe
from shared.process.desk import Call, Desk
from shared.process.load import load_for
from shared.process.process import Changes, Move, Process, Step
from shared.process.record import record_move
from shared.signoff.store import open_sign_off, waiting_for


async def perform(
    desk: Desk, process: Process[Any], object_id: UUID, action: str, command: Command, call: Call
) -> Answer:
    """Make a move, or propose it when leaders must sign.

    Raises: Problem `not_found`, `forbidden`, `version_stale`, or the code of the guard that refuses.
    """
    key = idempotency.key_of(call, command)
    move = process.moves_by_action[action]
    prepared = await move.before(desk, object_id, command, call) if move.before else None
    async with desk.db.transaction(call.actor.scope(call.at)) as tx:
        if replay := await idempotency.claim(tx, key, call.at):
            return replay
        answer = await perform_in(tx, desk, process, object_id, action, command, call, prepared=prepared)
        idempotency.keep(tx, key, answer, call.at)
    return answer


async def perform_in(
    tx: Transaction,
    desk: Desk,
    process: Process[Any],
    object_id: UUID,
    action: str,
    command: Command,
    call: Call,
    *,
    prepared: Any = None,
) -> Answer:
    """Do the same inside an open transaction that happens once by itself, such as a job's step.

    Raises: as `perform`.
    """
    permission = process.permission(action)
    subject, facts = await load_for(tx, desk, process, object_id, call, permission, lock=True)
    check_version(subject, call)
    step = await prepare(tx, desk, process, subject, facts, action, command, call, prepared=prepared)
    move = process.moves_by_action[action]
    levels = await levels_of(move, step)
    if levels:
        sign_off = await open_sign_off(step, process.name, levels)
        return Answer(status=202, body={"sign_off": sign_off}, etag=subject.version)
    subject = await carry_out(process, step)
    shown = await describe(tx, desk, process, subject, call)
    if move.tells:
        shown |= await move.tells(replace(step, subject=subject), call)
    return Answer(status=200, body=shown, etag=subject.version)


async def prepare(
    tx: Transaction,
    desk: Desk,
    process: Process[Any],
    subject: Any,
    facts: ObjectFacts,
    action: str,
    command: Command,
    call: Call,
    *,
    sign_off_id: UUID | None = None,
    prepared: Any = None,
) -> Step[Any, Any]:
    """Look the move up and test its guards. Raises: Problem with the code of what refuses."""
    try:
        row = process.lifecycle.find(subject.state, action)
        if row.by_system and call.actor.kind != "system":
            raise process.lifecycle.out_of_order(subject.state, action)
        step = Step(
            tx=tx, desk=desk, subject=subject, command=command, row=row, actor=call.actor, at=call.at,
            today=call.today, sign_off_id=sign_off_id, grantees=facts, prepared=prepared,
        )  # fmt: skip
        if sign_off_id is None and await waiting_for(tx, subject.id):
            raise Refused("sign_off_pending")
        if row.needs:
            process.lifecycle.check(row, await process.facts(step))
        if check := process.moves[row.action].check:
            await check(step)
    except Refused as refused:
        raise refusal(refused) from refused
    return step


async def levels_of(move: Move, step: Step[Any, Any]) -> tuple[str, ...]:
    """Return the levels that must sign this move, in order; none for most moves."""
    return await move.signs(step) if move.signs else step.row.signs


async def carry_out(process: Process[Any], step: Step[Any, Any]) -> Any:
    """Make the move and the system's move that follows from it: effect, state, history, audit, event, deadlines.

    Returns the object after all of it.

    Raises: Problem with the code the effect refuses with.
    """
    try:
        changes = await process.moves[step.row.action].apply(step)
    except Refused as refused:
        raise refusal(refused) from refused
    subject = await _save(process, step, step.row, changes)
    await record_move(process, step, subject, changes)
    if not changes.then:
        return subject
    row = process.lifecycle.find(subject.state, changes.then)
    return await carry_out(process, replace(step, subject=subject, row=row, actor=SYSTEM))


async def _save(process: Process[Any], step: Step[Any, Any], row: Row, changes: Changes) -> Any:
    """Write the new state: the only place where an object's state changes."""
    table = process.table
    if "holder_path" in changes.columns:
        await let_go(step.tx, step.subject.id)
    saved = await step.tx.maybe(
        sa.update(cast("sa.Table", table))
        .where(table.c.id == step.subject.id, table.c.version == step.subject.version)
        .values(state=row.to.value, version=step.subject.version + 1, **changes.columns)
        .returning(*table.c)
    )
    if saved is None:
        raise Problem("version_stale")
    return process.of(saved)


def refusal(refused: Refused) -> Problem:
    """Return what a caller is told about a refused move."""
    params: dict[str, Any] = dict(refused.params)
    return Problem(refused.code, **params)


def check_version(subject: Any, call: Call) -> None:
    """Compare the caller's `If-Match` with the row. Raises: Problem `version_stale`."""
    if call.if_match is not None and call.if_match != subject.version:
        raise Problem("version_stale")
