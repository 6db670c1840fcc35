"""A10: when a quarter is over the system tells every office which of its reports were repeated, and how often."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict
from itertools import groupby

from intake.domain.duplicate_notice_lifecycle import DUPLICATE_NOTICE, DuplicateNotice, DuplicateNoticeState
from intake.domain.quarters import Quarter, quarter_of
from intake.store.duplicate_notices import (
    Repeated,
    keep_noticed,
    name_report,
    newest_noticed,
    repeated_in,
)
from shared.auth.actor import SYSTEM
from shared.auth.secrecy import SecrecyLevel
from shared.db import Transaction
from shared.directory.paths import code_of
from shared.feed.consume import WORKER
from shared.ids import uuid7
from shared.needtoknow.store import grant
from shared.numbering import next_number
from shared.process.create import create
from shared.process.desk import Desk
from shared.recusal.store import inherit_all

BY = "system"


async def send_notices(desk: Desk) -> bool:
    """Make the notices of the oldest quarter that was not told yet; return whether another one is over.

    Offices without repeats get none. A quarter is told once, also after days without a worker.

    Rule: A10, RPT Art 14.
    """
    last = quarter_of(desk.clock.today()).before
    async with desk.db.transaction(WORKER) as tx:
        newest = await newest_noticed(tx)
        quarter = last if newest is None else quarter_of(newest).after
        if quarter > last:
            return False
        found = await repeated_in(tx, quarter, desk.clock.now())
        for _, group in groupby(found, key=lambda one: (one.holder_path, one.to_path)):
            await _send(tx, desk, quarter, list(group))
        keep_noticed(tx, quarter, desk.clock.now())
    return quarter < last


async def _send(tx: Transaction, desk: Desk, quarter: Quarter, found: Sequence[Repeated]) -> None:
    """Make one notice, as secret as the most secret report in it; who must keep away from any of them never sees it."""
    at, today, process = desk.clock.now(), desk.clock.today(), desk.processes[DUPLICATE_NOTICE.name]
    to, reports = found[0].to_path, {one.report_id: one for one in found}
    number = await next_number(
        tx, org=code_of(found[0].holder_path), kind=DUPLICATE_NOTICE.name, year=quarter.year
    )
    notice = DuplicateNotice(
        id=uuid7(), number=str(number), state=DuplicateNoticeState.SENT.value, version=1,
        holder_path=found[0].holder_path, secrecy=max(SecrecyLevel(one.secrecy) for one in found).value, to_path=to,
        quarter_from=quarter.first_day, report_count=len(reports),
        repeat_count=sum(one.repeat_count for one in reports.values()),
        last_received_on=max(one.last_received_on for one in found),
    )  # fmt: skip
    for capacity in sorted({one.capacity for one in found}):
        grant(tx, notice.id, to, capacity, by=BY, since=at)
    for one in reports.values():
        name_report(tx, notice.id, one)
    await create(
        tx, desk, process, notice, rule="A10", action="send", actor=SYSTEM, at=at, trigger_on=today,
        event="duplicate_notice.sent", starts=("P-A10",), clock_holder=to,
        event_data={"to": to, "quarter": notice.quarter, "reports": notice.report_count, "repeats": notice.repeat_count},
        columns={**asdict(notice), "created_at": at},
    )  # fmt: skip
    await inherit_all(tx, reports, notice.id, at=at)
