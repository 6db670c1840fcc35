"""What the guards of a report look at."""

from __future__ import annotations

from typing import Any

from intake.domain.jurisdiction import Jurisdiction
from intake.domain.report import UNVERIFIED, Report
from intake.domain.report_lifecycle import PASSED_ON, ReportFacts, ReportState
from intake.usecases.answering.quoting import is_quoted
from intake.usecases.demands.where_to_turn import says_where_to_turn
from intake.usecases.matters.receiver import CADRE_SUPERVISION, receiver
from intake.usecases.merging.merge_matters import merge_facts
from intake.usecases.reports.archive_report import ArchiveReport
from intake.usecases.reports.transfer_report import TransferReport
from shared.clocks.store import of_object
from shared.process.process import Step


async def report_facts(step: Step[Report, Any]) -> ReportFacts:
    """Gather the facts for the move at hand."""
    report = step.subject
    is_with_receiver = report.state in PASSED_ON and report.passed_from is not None
    return ReportFacts(
        is_named=report.is_named,
        name_is_pending=report.named_status == UNVERIFIED,
        has_open_clocks=await _has_open_clocks(step),
        has_new_evidence=report.new_evidence_on is not None,
        is_superiors=(report.jurisdiction or report.proposed_jurisdiction) == Jurisdiction.SUPERIOR,
        was_passed_here=is_with_receiver,
        waits_for_receiver=is_with_receiver,
        owes_feedback=report.is_named and report.state == ReportState.CONCLUDED,
        suits_own_staff=await _suits_own_staff(step),
        tells_where_to_turn=says_where_to_turn(step.command),
        is_quoted=await is_quoted(step),
        is_merged=report.merged_into is not None,
        is_split=report.is_split,
        makes_clue=report.makes_clue,
        **await merge_facts(step),
    )


async def _has_open_clocks(step: Step[Report, Any]) -> bool:
    if isinstance(step.command, ArchiveReport) and step.command.explanation:
        return False
    return any(clock.is_open and not clock.is_window for clock in await of_object(step.tx, step.subject.id))


async def _suits_own_staff(step: Step[Report, Any]) -> bool:
    """Say whether a report about our own staff is going where such reports go. Rule: SoD-5."""
    if step.subject.jurisdiction != Jurisdiction.OWN_STAFF or not isinstance(step.command, TransferReport):
        return True
    return (await receiver(step.tx, step.command.to, None)).kind in CADRE_SUPERVISION
