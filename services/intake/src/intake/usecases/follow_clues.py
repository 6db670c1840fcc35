"""What becomes of a clue in casework shows on what it comes from: who may read that, where it stands, how it ends."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from intake.domain.report import Report
from intake.domain.report_lifecycle import HANDLING, ReportAction, ReportState
from intake.store.reports import set_clue
from intake.store.tables import ReportRow
from intake.usecases.processes import REPORTS
from intake.usecases.reports.conclude_report import ConcludeReport
from intake.usecases.reports.merged_reports import show_members
from intake.usecases.reports.start_disposal import StartDisposal
from shared.auth.actor import SYSTEM
from shared.db import Transaction
from shared.feed.consume import Event
from shared.needtoknow.store import keep_to
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
    clue_id = UUID(event.subject)
    for report in await _reports_of(tx, event.data.get("report_ids", [])):
        if report.state in AT_WORK:
            users = _users(event, report.id, clue_id, None)
            await _let_read_report(tx, desk, report.id, users)
            await _note(tx, desk, report, *_first(users, report, clue_id, event.data.get("holder")))
    for request_id in event.data.get("protection_request_ids", []):
        await _let_read(tx, desk, UUID(request_id), _users(event, UUID(request_id), clue_id, None))


async def clue_concluded(tx: Transaction, desk: Desk, event: Event) -> None:
    """A14: the clue has ended with a truth grade, or was passed on, so its reports are concluded.

    What another open clue uses as well is not: from now on those who have that clue read it. Rule: A13.
    """
    passed_on, grades = event.data.get("way") == "transferred", event.data.get("truth_grades", {})
    for report in await _reports_of(tx, event.data.get("report_ids", [])):
        if report.state in AT_WORK:
            command = ConcludeReport(
                truth_grade=grades.get(str(report.id), event.data["truth_grade"]),
                passed_on=passed_on,
                opinion=PASSED_ON if passed_on else "",
            )
            await make_move(tx, desk, REPORTS, report, ReportAction.CONCLUDE, command)
    for report in await _reports_of(tx, event.data.get("used_by", {})):
        users = _users(event, report.id, UUID(event.subject), None)
        if any(users.values()):
            await _let_read_report(tx, desk, report.id, users)
            await _note(tx, desk, report, *_first(users, report, report.clue_id, report.office_path))


async def _handled_by(tx: Transaction, desk: Desk, event: Event, clue_id: UUID, office: str | None) -> None:
    """Let the offices that have its clues read what they come from, and the one before them no longer."""
    for report in await _reports_of(tx, event.data.get("report_ids", [])):
        users = _users(event, report.id, clue_id, office)
        if any(users.values()):
            await _let_read_report(tx, desk, report.id, users)
        begins = report.state == ReportState.TRANSFERRED
        first, holder = _first(users, report, clue_id, report.office_path)
        await _note(tx, desk, report, report.clue_id if begins else first, holder)
        if begins:
            await make_move(
                tx, desk, REPORTS, report, ReportAction.START_DISPOSAL, StartDisposal(clue_id=clue_id)
            )
    if office is not None:
        for request_id in event.data.get("protection_request_ids", []):
            users = _users(event, UUID(request_id), clue_id, office)
            await _let_read(tx, desk, UUID(request_id), users)


def _users(event: Event, object_id: UUID, clue_id: UUID, office: str | None) -> dict[UUID, str | None]:
    """Return which open clues use what a clue comes from, and the office that has each. Rule: A13."""
    told: dict[str, str | None] | None = event.data.get("used_by", {}).get(str(object_id))
    return {clue_id: office} if told is None else {UUID(one): path for one, path in told.items()}


def _first(
    users: dict[UUID, str | None], report: Report, clue_id: UUID | None, office: str | None
) -> tuple[UUID | None, str | None]:
    """Return the clue and the office a report names: those it names already, while that office has the clue."""
    having = {clue: path for clue, path in users.items() if path}
    if report.clue_id in having:
        return report.clue_id, having[report.clue_id]
    first = clue_id if clue_id in having or not having else next(iter(having))
    return first, having.get(first, office) if first else office


async def _let_read(tx: Transaction, desk: Desk, object_id: UUID, users: dict[UUID, str | None]) -> None:
    """Let exactly the offices that have one of the clues read what they come from."""
    offices, at = [path for path in users.values() if path], desk.clock.now()
    await keep_to(tx, object_id, offices, HANDLING, by=BY, at=at)


async def _let_read_report(
    tx: Transaction, desk: Desk, report_id: UUID, users: dict[UUID, str | None]
) -> None:
    """Do the same for a report, and for what was merged into it."""
    await _let_read(tx, desk, report_id, users)
    offices = [path for path in users.values() if path]
    await show_members(tx, report_id, offices, by=BY, at=desk.clock.now())


async def _note(
    tx: Transaction, desk: Desk, report: Report, clue_id: UUID | None, office: str | None
) -> None:
    if (clue_id, office) != (report.clue_id, report.office_path):
        row = await set_clue(tx, report.id, clue_id, office)
        record_rows(tx, desk, [(TABLE, row)], SYSTEM, desk.clock.now(), "follow_clue")


async def _reports_of(tx: Transaction, ids: Iterable[str]) -> list[Report]:
    """Return those of the objects that are reports here."""
    found = [await load_subject(tx, REPORTS, UUID(one), lock=True) for one in ids]
    return [one for one in found if one is not None]
