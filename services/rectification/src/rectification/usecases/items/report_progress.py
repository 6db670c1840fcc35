"""F5: the owner reports progress on an item and attaches evidence."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import Field

from rectification.domain.item import Item
from rectification.usecases.items.attaching import Evidence, attach
from rectification.usecases.writing import write
from shared.http.models import Text
from shared.process.bodies import Command
from shared.process.process import Changes, Step


class ReportProgress(Command):
    """报告进展 · what was done, and what shows it."""

    progress: Annotated[str, Text(2, 5000), Field(description="进展情况 · what was done")]
    evidence: Evidence = []


async def report_progress(step: Step[Item, ReportProgress]) -> Changes:
    """Keep the report and the evidence.

    Raises: AttachmentUnknown, AttachmentRefused, Refused `evidence_unknown`.
    Rule: F5.
    """
    await attach(step, step.command.evidence)
    await write(step, "rectification_item", "progress")
    return Changes()


async def start_item(_: Step[Item, Any]) -> Changes:
    """Begin, or begin again after a rejection, a rebound or false rectification; old dates no longer count.

    Rule: F5.
    """
    return Changes(columns={"submitted_on": None, "verified_on": None, "is_on_time": None, "closed_on": None})
