"""The worker reminds of letters nobody has read and of matters that are late, and writes down each reminder.

It stops when the letter is read, when the matter is answered, and where an urging chases the matter instead.
"""

from __future__ import annotations

from intake.domain.chasing import Level, is_reminded
from intake.domain.urging_lifecycle import URGING, UrgingAction
from intake.store.reminders import AT_ONCE, add_reminder, settled_urgings, unread
from shared.db import Transaction
from shared.feed.consume import WORKER
from shared.feed.emit import emit
from shared.process.bodies import Command
from shared.process.desk import Desk
from shared.process.load import load_subject
from shared.process.system import make_move


async def remind(desk: Desk) -> bool:
    """Lapse urgings whose matter is settled, then send today's reminders; return whether there may be more to do.

    Rule: U-8, B9, R-B1, DL-05, DL-35.
    """
    async with desk.db.transaction(WORKER) as tx:
        lapsed = await _lapse(tx, desk)
        sent = await _send(tx, desk)
    return max(lapsed, sent) >= AT_ONCE


async def _lapse(tx: Transaction, desk: Desk) -> int:
    process = desk.processes[URGING.name]
    found = await settled_urgings(tx)
    for urging_id in found:
        urging = await load_subject(tx, process, urging_id, lock=True)
        await make_move(tx, desk, process, urging, UrgingAction.LAPSE, Command())
    return len(found)


async def _send(tx: Transaction, desk: Desk) -> int:
    today, at = desk.clock.today(), desk.clock.now()
    sent = 0
    for one in await unread(tx, at, today):
        if not is_reminded(Level(one.level), one.issued_on, one.due_on, one.last_on, today):
            continue
        add_reminder(tx, one, today=today, at=at)
        data = {"to": one.to_path, "ordinal": one.sent + 1, "due_on": one.due_on.isoformat()}
        emit(tx, desk.service, f"{one.object_type}.reminded", one.id, data, at)
        sent += 1
    return sent
