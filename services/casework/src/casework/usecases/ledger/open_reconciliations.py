"""C10, C11: what each ledger owes each quarter begins whether anybody thinks of it or not."""

from __future__ import annotations

from casework.domain.clue_meeting import NEXT_MEETING
from casework.domain.receivers import LEDGER_KIND
from casework.domain.reconciliation import Reconciliation, quarter_of
from casework.domain.reconciliation_lifecycle import RECONCILIATION
from casework.store.clues.meetings import meeting_awaited_at
from casework.store.reconciliations import first_of, has_quarter
from shared.auth.actor import SYSTEM
from shared.clocks import store as clocks
from shared.clocks.counting import day_of
from shared.db import Transaction
from shared.directory.paths import code_of, organ_of
from shared.directory.store import find_by_kind
from shared.feed.consume import WORKER
from shared.ids import uuid7
from shared.numbering import next_number
from shared.process.aggregate import columns_of
from shared.process.create import create
from shared.process.desk import Desk


async def open_reconciliations(desk: Desk) -> bool:
    """Open the present quarter's reconciliation of every case management office that has none yet.

    A ledger that never held a meeting on clues owes the first one from the day it began.

    Rule: C10, P-C10, C11, P-C11.
    """
    year, quarter = quarter_of(desk.clock.today())
    async with desk.db.reader(WORKER) as reader:
        offices = await find_by_kind(reader, LEDGER_KIND)
    for office in offices:
        async with desk.db.transaction(WORKER) as tx:
            if not await has_quarter(tx, office.path, year, quarter):
                await _open(tx, desk, office.path, year, quarter)
            await _await_meeting(tx, desk, office.path)
    return False


async def _open(tx: Transaction, desk: Desk, path: str, year: int, quarter: int) -> None:
    number = await next_number(tx, org=code_of(organ_of(path)), kind=RECONCILIATION.name, year=year)
    opened = Reconciliation(
        id=uuid7(), number=str(number), state=RECONCILIATION.initial.value, version=1, holder_path=path,
        secrecy="work_secret", year=year, quarter=quarter,
    )  # fmt: skip
    at = desk.clock.now()
    await create(
        tx, desk, desk.processes[RECONCILIATION.name], opened, rule="C10", action="create", actor=SYSTEM, at=at,
        trigger_on=desk.clock.today(), starts=("P-C10",), columns={**columns_of(opened), "created_at": at},
    )  # fmt: skip
    await tx.flush()


async def _await_meeting(tx: Transaction, desk: Desk, path: str) -> None:
    """Start the clock of the next meeting where none runs: until there was one, at the ledger's first reconciliation."""
    if await meeting_awaited_at(tx, path) is None:
        first, began_at = await first_of(tx, path)
        clocks.start(
            tx, desk.deadlines[NEXT_MEETING], object_type=RECONCILIATION.name, object_id=first,
            trigger_on=day_of(began_at), held_by=path, calendar=await desk.calendar.current(tx),
            started_at=desk.clock.now(),
        )  # fmt: skip
