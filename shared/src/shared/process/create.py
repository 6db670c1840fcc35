"""Bring a new object into the world: row, history, audit, event and first deadlines, all queued for the commit."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from shared.audit.record import audit
from shared.auth.actor import Actor
from shared.clocks import store as clocks
from shared.db import Transaction
from shared.feed.emit import emit
from shared.ids import uuid4
from shared.lifecycle.tables import history
from shared.process.desk import Desk
from shared.process.process import Process
from shared.process.rowhash import row_hash
from shared.recusal.store import inherit


async def create(
    tx: Transaction,
    desk: Desk,
    process: Process[Any],
    subject: Any,
    *,
    rule: str,
    action: str,
    actor: Actor,
    at: datetime,
    trigger_on: date,
    event: str = "",
    event_data: dict[str, Any] | None = None,
    starts: tuple[str, ...] | Mapping[str, date] = (),
    clock_holder: str = "",
    columns: dict[str, Any],
) -> None:
    """Queue everything a new object needs. `columns` is its row; `subject` the same as a domain object.

    `starts` may give each deadline the day a plan or letter writes for it; what lies behind ran out then.
    `clock_holder` is whom the time is charged to when that is not the object's holder.

    Whoever must keep away from what it hangs on keeps away from it from the beginning.
    """
    tx.add(process.table, **columns)
    tx.add(
        history, id=uuid4(), object_id=subject.id, object_type=process.name, version=subject.version, rule=rule,
        action=action, to_state=subject.state, by_kind=actor.kind, by_id=actor.id,
        by_organisation=actor.organisation, at=at,
    )  # fmt: skip
    audit(
        tx, actor, at, action=process.permission(action), object_type=process.name, object_id=subject.id, rule=rule,
        row_hash=row_hash(subject), details={"to": subject.state, "version": subject.version},
    )  # fmt: skip
    if process.hangs_on is not None and (above := columns[process.hangs_on]) is not None:
        await inherit(tx, above, subject.id, at=at)
    if event:
        data = {"state": subject.state, "holder": subject.holder_path, **(event_data or {})}
        emit(tx, desk.service, event, subject.id, data, at)
    if starts:
        calendar = await desk.calendar.current(tx)
        for deadline in starts:
            written = starts[deadline] if isinstance(starts, Mapping) else None
            clocks.start(
                tx, desk.deadlines[deadline], object_type=process.name, object_id=subject.id,
                trigger_on=min(trigger_on, written or trigger_on), held_by=clock_holder or subject.holder_path,
                calendar=calendar, written_due_on=written, started_at=at,
            )  # fmt: skip
