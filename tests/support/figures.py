"""Figures that tests measured, shown at the end of a run; they reach it from every worker."""

from __future__ import annotations

from typing import Any

import pytest

FIGURE = "figure"


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
    said = {
        report.nodeid.split("::")[-1]: [value for name, value in report.user_properties if name == FIGURE]
        for report in reports
        if getattr(report, "when", "") == "call"
    }
    if any(said.values()):
        reporter.section("figures")
    for test, lines in said.items():
        for line in ([test] if lines else []) + [f"  {line}" for line in lines]:
            reporter.line(line)
