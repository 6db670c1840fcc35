"""Which clocks run because a report is not ours to handle, and for how long it lay with whom."""

from __future__ import annotations

from intake.domain.jurisdiction import Jurisdiction
from intake.domain.report import Report

ROUTING_CLOCKS = frozenset({"DL-03", "DL-07", "DL-08"})
TRANSFER_IN = "transfer_in"


def clock_of(report: Report, jurisdiction: str | None) -> str | None:
    """Return the clock that runs for a report of that jurisdiction, or None for one that may stay.

    Rule: DL-03 for a superior's, DL-08 for another organ's that an authority transferred to us, DL-07 for any
    other that belongs elsewhere.
    """
    if jurisdiction == Jurisdiction.SUPERIOR:
        return "DL-03"
    if jurisdiction == Jurisdiction.ELSEWHERE:
        return "DL-08" if report.channel == TRANSFER_IN else "DL-07"
    return None
