"""A10: a report with the same subject and facts as an earlier one is kept beside it."""

from typing import Annotated
from uuid import UUID

from pydantic import Field

from intake.domain.report import Report
from intake.domain.report_lifecycle import REPORT, ReportState
from intake.store.merges import count_repeat
from intake.usecases.reports.bring_evidence import bring_evidence
from shared.lifecycle import Refused
from shared.process.bodies import Command
from shared.process.load import load_subject
from shared.process.process import Changes, Step


class RetainDuplicate(Command):
    """重复件留存 · the first report, and whether this one brings something new."""

    of: UUID
    has_new_evidence: Annotated[bool, Field(description="含有新证据 · it brings new evidence")] = False


async def first_takes_it(step: Step[Report, RetainDuplicate]) -> None:
    """See, before anybody signs, that the first report is there and takes what is new.

    Raises: Refused `first_report_unknown`, `first_report_archived`.
    """
    first = await _first(step, step.command.of)
    if step.command.has_new_evidence and first.state == ReportState.ARCHIVED:
        raise Refused("first_report_archived")


async def retain_duplicate(step: Step[Report, RetainDuplicate]) -> Changes:
    """Link to the first report; new evidence reopens its assessment. Neither reporter learns of the other.

    Rule: A10, R-A2.
    """
    first = await _first(step, step.command.of)
    table = step.desk.processes[REPORT.name].table
    await count_repeat(step.tx, table, first.id, 1)
    if step.command.has_new_evidence:
        await bring_evidence(
            step.tx, step.desk, first, on=step.today, at=step.at, actor=step.actor, source="repeat"
        )
    return Changes(
        columns={"is_duplicate_of": first.id, "retained_on": step.today}, event={"of": str(first.id)}
    )


async def _first(step: Step[Report, RetainDuplicate], report_id: UUID) -> Report:
    """Return the first report: of one that repeats another itself, that other."""
    found = await load_subject(step.tx, step.desk.processes[REPORT.name], report_id, lock=True)
    if found is not None and found.is_duplicate_of is not None:
        return await _first(step, found.is_duplicate_of)
    if found is None or found.id == step.subject.id:
        raise Refused("first_report_unknown")
    first: Report = found
    return first
