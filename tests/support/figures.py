"""Figures that tests measured, shown at the end of a run and kept for `make promises`; they come from every worker."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from huiying import promises
from huiying.promises import FIGURES

FIGURE = "figure"
OUTCOMES = ("passed", "failed", "error")


class Figures:
    """What one test measured."""

    def __init__(self, item: Any) -> None:
        self._item = item

    def say(self, text: str) -> None:
        """Add a line to the end of the run's output."""
        self._item.user_properties.append((FIGURE, text))


@pytest.fixture
def figures(request: pytest.FixtureRequest) -> Figures:
    """A place to say what was measured."""
    return Figures(request.node)


def show(reporter: pytest.TerminalReporter) -> None:
    """Print every figure of the run."""
    reports = [report for reports in reporter.stats.values() for report in reports]
    said = {report.nodeid.split("::")[-1]: said_by(report) for report in reports if _is_call(report)}
    if any(said.values()):
        reporter.section("figures")
    for test, lines in said.items():
        for line in ([test] if lines else []) + [f"  {line}" for line in lines]:
            reporter.line(line)


def keep(reporter: pytest.TerminalReporter, path: Path = FIGURES) -> None:
    """Keep what each file of tests counted, beside what earlier runs of other files did."""
    promises.keep(by_file(reporter), path)


def by_file(reporter: pytest.TerminalReporter) -> dict[str, dict[str, Any]]:
    """Return what each file of tests counted in this run: tests passed and failed, and figures."""
    found: dict[str, dict[str, Any]] = {}
    for outcome in OUTCOMES:
        for report in reporter.stats.get(outcome, []):
            file = found.setdefault(report.nodeid.split("::")[0], {"passed": 0, "failed": 0, "figures": []})
            file["passed" if outcome == "passed" else "failed"] += 1
            file["figures"] += said_by(report)
    return found


def said_by(report: Any) -> list[str]:
    """Return the figures of one test."""
    return [value for name, value in getattr(report, "user_properties", ()) if name == FIGURE]


def _is_call(report: Any) -> bool:
    return getattr(report, "when", "") == "call"
