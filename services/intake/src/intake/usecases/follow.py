"""What other services' events do here."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime
from uuid import UUID

from intake.domain.report import Report
from intake.domain.report_lifecycle import HANDLING, ReportAction, ReportState
from intake.store.reports import set_office
from intake.usecases.processes import REPORTS
from intake.usecases.recusals.watch_names import names_watched
from intake.usecases.reports.conclude_report import ConcludeReport
from intake.usecases.reports.merged_reports import show_members
from intake.usecases.reports.start_disposal import StartDisposal
from shared.db import Transaction
from shared.feed.consume import Event, Handler
from shared.needtoknow.store import end, grant
from shared.process.desk import Desk
from shared.process.load import load_subject
from shared.process.system import make_move
from shared.service.identity_feed import identity_handlers

PASSED_ON = "线索已移送其他机关继续办理。 · The clue was passed on to another organ, which goes on with it."
"""What the history of a report says, so that nobody tells its reporter that it was verified and settled."""


def follows(desk: Desk) -> Mapping[str, Mapping[str, Handler]]:
    """Return the effects, by service and event."""

    async def on_clue_allocated(tx: Transaction, event: Event, _: object) -> None:
        """A13: the office has taken the clue up, so its reports are in disposal."""
        for report_id in event.data.get("report_ids", []):
            report = await load_subject(tx, REPORTS, UUID(report_id), lock=True)
            if report is None:
                continue
            await change_office(tx, report, event.data.get("holder") or report.office_path, desk.clock.now())
            if report.state == ReportState.TRANSFERRED:
                command = StartDisposal(clue_id=UUID(event.subject))
                await make_move(tx, desk, REPORTS, report, ReportAction.START_DISPOSAL, command)

    async def on_clue_merged(tx: Transaction, event: Event, _: object) -> None:
        """C2: the clue went into another one, whose office now handles its reports; where none does yet, they wait."""
        if event.data["office"] is not None:
            data = {**event.data, "holder": event.data["office"]}
            await on_clue_allocated(tx, replace(event, subject=event.data["into"], data=data), None)

    async def change_office(tx: Transaction, report: Report, office: str | None, at: datetime) -> None:
        """Let the office that got the clue read the report, and the one it was meant for no longer."""
        if office is not None and office != report.office_path:
            await end(tx, report.id, by="system", at=at, capacity=HANDLING)
            grant(tx, report.id, office, HANDLING, by="system", since=at)
            await set_office(tx, report.id, office)
            await show_members(tx, report.id, office, by="system", at=at)

    async def on_clue_concluded(tx: Transaction, event: Event, _: object) -> None:
        """A14: the clue has ended with a truth grade, so its reports are concluded."""
        for report_id in event.data.get("report_ids", []):
            report = await load_subject(tx, REPORTS, UUID(report_id), lock=True)
            if report is not None and report.state in (ReportState.TRANSFERRED, ReportState.IN_DISPOSAL):
                command = ConcludeReport(
                    truth_grade=event.data["truth_grade"],
                    passed_on=event.data.get("way") == "transferred",
                    opinion=PASSED_ON if event.data.get("way") == "transferred" else "",
                )
                await make_move(tx, desk, REPORTS, report, ReportAction.CONCLUDE, command)

    return {
        "identity": {
            **identity_handlers(desk),
            "officer.created": names_watched(desk),
            "officer.changed": names_watched(desk),
        },
        "casework": {
            "clue.allocated": Handler(on_clue_allocated),
            "clue.merged": Handler(on_clue_merged),
            "clue.concluded": Handler(on_clue_concluded),
        },
    }
