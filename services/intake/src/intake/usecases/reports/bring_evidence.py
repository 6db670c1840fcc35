"""New evidence on a report, from its reporter or in a repeat, reopens assessment: somebody must decide, in time."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime
from typing import Any

from intake.domain.report import Report
from intake.domain.report_lifecycle import DECIDED, REPORT
from intake.store import reports
from shared.audit.record import audit
from shared.auth.actor import Actor
from shared.auth.rls import past_sight
from shared.clocks import store as clocks
from shared.db import Transaction
from shared.feed.emit import emit
from shared.process.desk import Desk
from shared.process.load import load_subject
from shared.process.rowhash import row_hash

DECIDE = "P-R-A2"


async def bring_evidence(
    tx: Transaction, desk: Desk, report: Report, *, on: date, at: datetime, actor: Actor, source: str
) -> Report:
    """Note the evidence at the report and at the one it is merged into; where all was decided, a clock starts.

    `source` is `reporter` or `repeat`.
    Rule: A16, R-A2, RPT Art 27.
    """
    noted = replace(report, new_evidence_on=on)
    await reports.note_evidence(tx, report.id, on)
    audit(
        tx, actor, at, action="report:bring_evidence", object_type=REPORT.name, object_id=report.id, rule="A16",
        row_hash=row_hash(noted), details={"source": source},
    )  # fmt: skip
    if report.merged_into is not None:
        async with past_sight(tx):  # the reporter sees nothing of the leading report, and is shown nothing
            lead: Any = await load_subject(tx, desk.processes[REPORT.name], report.merged_into, lock=True)
            await bring_evidence(tx, desk, lead, on=on, at=at, actor=actor, source="repeat")
        return noted
    emit(tx, desk.service, "report.evidence_brought", report.id, {"source": source, "on": on.isoformat()}, at)
    if report.state in DECIDED and not await is_being_decided(tx, report):
        clocks.start(
            tx, desk.deadlines[DECIDE], object_type=REPORT.name, object_id=report.id, trigger_on=on,
            held_by=report.office_path or report.holder_path, calendar=await desk.calendar.current(tx), started_at=at,
        )  # fmt: skip
    return noted


async def is_being_decided(tx: Transaction, report: Report) -> bool:
    """Say whether somebody must already decide on new evidence."""
    return await clocks.is_running(tx, report.id, DECIDE)
