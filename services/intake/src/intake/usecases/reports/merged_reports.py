"""What happens to merged reports when the one that leads moves: they share its office and its end, not its words."""

from collections.abc import Collection
from datetime import datetime
from uuid import UUID

from intake.domain.report import Report
from intake.domain.report_lifecycle import HANDLING, REPORT, ReportAction, ReportState
from intake.store.merges import members_of
from shared.clocks import store as clocks
from shared.db import Transaction
from shared.needtoknow.store import keep_to
from shared.process.bodies import Command
from shared.process.desk import Desk
from shared.process.load import load_subject
from shared.process.process import Process
from shared.process.system import make_move


async def show_members(
    tx: Transaction, lead_id: UUID, offices: Collection[str], *, by: str, at: datetime
) -> None:
    """Let the offices that handle the leading report read the merged ones, and an earlier one no longer."""
    for member_id in await members_of(tx, lead_id):
        await keep_to(tx, member_id, offices, HANDLING, by=by, at=at)


async def move_members(
    tx: Transaction,
    desk: Desk,
    lead_id: UUID,
    states: tuple[ReportState, ...],
    action: ReportAction,
    command: Command,
) -> None:
    """Make the system's move on every merged report that stands in one of the states."""
    process: Process[Report] = desk.processes[REPORT.name]
    for member_id in await members_of(tx, lead_id):
        member = await load_subject(tx, process, member_id, lock=True)
        if member is not None and member.state in states:
            await make_move(tx, desk, process, member, action, command)


async def rejoin(tx: Transaction, desk: Desk, lead_id: UUID, *, at: datetime) -> None:
    """Bring merged reports whose reporters had new evidence back beside the reopened one, to be answered anew.

    Rule: A16.
    """
    process: Process[Report] = desk.processes[REPORT.name]
    for member_id in await members_of(tx, lead_id):
        member = await load_subject(tx, process, member_id, lock=True)
        if member is not None and member.new_evidence_on and member.state in REJOINING:
            await clocks.cancel(tx, member_id, at=at, rules=["DL-02"])
            await make_move(tx, desk, process, member, ReportAction.REJOIN, Command())


REJOINING = (ReportState.CONCLUDED, ReportState.FEEDBACK_GIVEN)
