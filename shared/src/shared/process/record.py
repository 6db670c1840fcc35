"""What is written beside every change of state: history, audit, event, deadlines."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import Any

import sqlalchemy as sa

from shared.audit.record import audit
from shared.auth.actor import Actor
from shared.clocks import store as clocks
from shared.db import Transaction
from shared.db.engine import Row
from shared.feed.emit import emit
from shared.ids import uuid7
from shared.lifecycle.tables import history
from shared.process.desk import Desk
from shared.process.process import Changes, Process, Step
from shared.process.rowhash import row_hash


async def record_move(process: Process[Any], step: Step[Any, Any], after: Any, changes: Changes) -> None:
    """Queue history, audit and event of a move just made, and start and stop its deadlines."""
    tx, row = step.tx, step.row
    opinion = step.command.opinion
    identity = uuid7()
    tx.add(
        history,
        id=identity,
        object_id=after.id,
        object_type=process.name,
        version=after.version,
        rule=row.rule,
        action=row.action.value,
        from_state=step.subject.state,
        to_state=row.to.value,
        by_kind=step.actor.kind,
        by_id=step.actor.id,
        by_organisation=step.actor.organisation,
        sign_off_id=step.sign_off_id,
        opinion=step.desk.seals.seal_text(opinion, "history", identity, "opinion") if opinion else None,
        at=step.at,
    )
    audit(
        tx,
        step.actor,
        step.at,
        action=process.permission(row.action.value),
        object_type=process.name,
        object_id=after.id,
        rule=row.rule,
        row_hash=row_hash(after),
        details={"from": step.subject.state, "to": row.to.value, "version": after.version},
    )
    if row.event:
        data = {"state": after.state, "holder": after.holder_path, **changes.event}
        emit(tx, step.desk.service, row.event, after.id, data, step.at)
    await keep_time(process, step, after, changes)


async def keep_time(process: Process[Any], step: Step[Any, Any], after: Any, changes: Changes) -> None:
    """Stop the deadlines the move answers and start those it opens."""
    tx, row = step.tx, step.row
    if row.stops:
        await clocks.stop(tx, after.id, row.stops, at=step.at)
    if after.holder_path != step.subject.holder_path:
        await clocks.hand_over(tx, after.id, after.holder_path, at=step.at)
    if row.starts:
        calendar = await step.desk.calendar.current(tx)
        for rule in row.starts:
            if rule not in changes.no_clock:
                written = changes.written.get(rule)
                trigger = changes.starts_from.get(rule, step.today)
                limit = changes.limits.get(rule) or step.desk.deadlines[rule]
                clocks.start(
                    tx, limit, object_type=process.name, object_id=after.id,
                    trigger_on=min(trigger, written or trigger),
                    held_by=changes.clock_holder or after.holder_path, calendar=calendar,
                    written_due_on=written, started_at=step.at,
                )  # fmt: skip


def record_rows(
    tx: Transaction,
    desk: Desk,
    changed: Iterable[tuple[sa.FromClause, Row]],
    actor: Actor,
    at: datetime,
    action: str,
) -> None:
    """Write into the audit how rows are that changed along with another object: what it does not know is an alarm."""
    kinds = {process.table: process for process in desk.processes.values()}
    for table, row in changed:
        if process := kinds.get(table):
            audit(
                tx, actor, at, action=process.permission(action), object_type=process.name, object_id=row["id"],
                row_hash=row_hash(process.of(row)),
            )  # fmt: skip
