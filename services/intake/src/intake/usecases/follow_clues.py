"""What becomes of a clue in casework shows on what it comes from: who may read that, where it stands, how it ends."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from intake.domain.report import Report
from intake.domain.report_lifecycle import HANDLING, ReportAction, ReportState
from intake.store.reports import set_clue
from intake.store.tables import ReportRow
from intake.usecases.processes import REPORTS
from intake.usecases.reports.conclude_report import ConcludeReport
from intake.usecases.reports.merged_reports import hide_members, let_read, show_members
from intake.usecases.reports.start_disposal import StartDisposal
from shared.auth.actor import SYSTEM
from shared.db import Transaction
from shared.feed.consume import Event
from shared.needtoknow.store import end
from shared.process.desk import Desk
from shared.process.load import load_subject
from shared.process.record import record_rows
from shared.process.system import make_move

BY = "system"
PASSED_ON = "线索已移送其他机关继续办理。 · The clue was passed on to another organ, which goes on with it."
"""What the history of a report says, so that nobody tells its reporter that it was verified and settled."""
TABLE: Any = ReportRow.__table__
AT_WORK = (ReportState.TRANSFERRED, ReportState.IN_DISPOSAL)


async def clue_allocated(tx: Transaction, desk: Desk, event: Event) -> None:
    """A13: the office has taken the clue up, so its reports are in disposal."""
    await _handled_by(tx, desk, event, UUID(event.subject), event.data.get("holder"))


async def clue_merged(tx: Transaction, desk: Desk, event: Event) -> None:
    """C2: the clue went into another one, whose office now handles its reports; where none does yet, they wait."""
    if event.data["office"] is not None:
        await _handled_by(tx, desk, event, UUID(event.data["into"]), event.data["office"])


async def clue_unmerged(tx: Transaction, desk: Desk, event: Event) -> None:
    """C2: the clue is a matter of its own again and stands in the ledger; its reports wait for an office with it."""
    for report in await _reports_of(tx, event):
        if report.state in AT_WORK:
            await end(tx, report.id, by=BY, at=desk.clock.now(), capacity=HANDLING)
            await hide_members(tx, report.id, by=BY, at=desk.clock.now())
            await _note(tx, desk, report, UUID(event.subject), event.data.get("holder"))
    for request_id in event.data.get("protection_request_ids", []):
        await end(tx, UUID(request_id), by=BY, at=desk.clock.now(), capacity=HANDLING)


async def clue_concluded(tx: Transaction, desk: Desk, event: Event) -> None:
    """A14: the clue has ended with a truth grade, or was passed on, so its reports are concluded."""
    for report in await _reports_of(tx, event):
        if report.state in AT_WORK:
            passed_on = event.data.get("way") == "transferred"
            command = ConcludeReport(
                truth_grade=event.data["truth_grade"],
                passed_on=passed_on,
                opinion=PASSED_ON if passed_on else "",
            )
            await make_move(tx, desk, REPORTS, report, ReportAction.CONCLUDE, command)


async def _handled_by(tx: Transaction, desk: Desk, event: Event, clue_id: UUID, office: str | None) -> None:
    """Let the office that has the clue read what it comes from, and the one before it no longer."""
    for report in await _reports_of(tx, event):
        at = desk.clock.now()
        if office is not None and office != report.office_path:
            await let_read(tx, report.id, office, by=BY, at=at)
            await show_members(tx, report.id, office, by=BY, at=at)
        begins = report.state == ReportState.TRANSFERRED
        await _note(tx, desk, report, report.clue_id if begins else clue_id, office or report.office_path)
        if begins:
            await make_move(
                tx, desk, REPORTS, report, ReportAction.START_DISPOSAL, StartDisposal(clue_id=clue_id)
            )
    if office is not None:
        for request_id in event.data.get("protection_request_ids", []):
            await let_read(tx, UUID(request_id), office, by=BY, at=desk.clock.now())


async def _note(
    tx: Transaction, desk: Desk, report: Report, clue_id: UUID | None, office: str | None
) -> None:
    if (clue_id, office) != (report.clue_id, report.office_path):
        row = await set_clue(tx, report.id, clue_id, office)
        record_rows(tx, desk, [(TABLE, row)], SYSTEM, desk.clock.now(), "follow_clue")


async def _reports_of(tx: Transaction, event: Event) -> list[Report]:
    found = [
        await load_subject(tx, REPORTS, UUID(one), lock=True) for one in event.data.get("report_ids", [])
    ]
    return [one for one in found if one is not None]
