"""When a day begins, some rights begin and others end: make that known, so that tokens follow."""

from __future__ import annotations

from identity.store import rights
from identity.usecases.end_right import tell_delegations, told
from identity.usecases.versions import rights_changed
from shared.audit.record import audit
from shared.db import Transaction
from shared.db.engine import Row
from shared.feed.consume import WORKER
from shared.process.desk import Call, Desk, system_call


async def turn_the_day(desk: Desk) -> bool:
    """Bring what is in force up to the day; return whether there may be more to do."""
    call = system_call(desk, route="turn_the_day")
    more = False
    for table in (rights.grants, rights.delegations, rights.clearances):
        async with desk.db.transaction(WORKER) as tx:
            rows = await rights.turn_of_the_day(tx, table, call.today, call.at)
            more = more or len(rows) >= rights.AT_ONCE
            await _tell(tx, desk, table, rows, call)
    return more


async def _tell(tx: Transaction, desk: Desk, table: object, rows: list[Row], call: Call) -> None:
    begun = [row for row in rows if row["ended_at"] is None]
    ended = [row for row in rows if row["ended_at"] is not None]
    if ended:
        await told(tx, desk, table, ended, call)
    if table is rights.delegations:
        tell_delegations(tx, desk, begun, call, in_force=True)
    whose = "to_officer" if table is rights.delegations else "officer_id"
    await rights_changed(tx, desk, {row[whose] for row in begun}, call.at)
    for row in rows:
        state = "begin" if row["ended_at"] is None else "lapse"
        audit(
            tx, call.actor, call.at, action=f"{_NAMES[str(table)]}:{state}", object_type=_NAMES[str(table)],
            object_id=row["id"],
        )  # fmt: skip


_NAMES = {"role_grants": "role_grant", "delegations": "delegation", "clearances": "clearance"}
