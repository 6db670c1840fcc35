"""R-A2: who registers a matter learns with the answer which others tell the same."""

from __future__ import annotations

from typing import Any

from intake.usecases.merging.find_duplicates import DuplicateOut, alike
from intake.usecases.merging.merge_matters import process_of
from intake.usecases.views import DemandOut, ReportOut
from shared.process.desk import Call
from shared.process.process import Step


class RegisteredReportOut(ReportOut):
    """A report just registered, and which others tell the same."""

    duplicates: list[DuplicateOut]


class RegisteredDemandOut(DemandOut):
    """A demand just registered, and which others tell the same."""

    duplicates: list[DuplicateOut]


async def tell_duplicates(step: Step[Any, Any], call: Call) -> dict[str, Any]:
    """Return what the officer may read that tells the same, with the reasons.

    Rule: R-A2, A2, A3, RPT Art 14.
    """
    items = await alike(step.tx, step.desk, process_of(step), step.subject, call, action="register")
    return {"duplicates": items}
