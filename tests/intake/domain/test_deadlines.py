"""The deadlines of reports and demands, restated from the book of rules, and their use in the lifecycles."""

from __future__ import annotations

import pytest

from intake.domain.deadlines import DEADLINES
from intake.domain.demand_lifecycle import DEMAND
from intake.domain.report_lifecycle import REPORT
from shared.clocks.rules import Extension
from shared.lifecycle import Lifecycle

LIMITS = """
DL-01    15 working_day
DL-02    15 working_day
DL-03     5 working_day
DL-04     5 working_day
DL-05     3 month
DL-06     1 quarter
DL-07     5 working_day
DL-08     5 working_day
DL-32    15 calendar_day
DL-33    15 calendar_day
DL-34     5 working_day
DL-35    60 calendar_day
DL-36w   30 calendar_day
DL-36    30 calendar_day
DL-37w   30 calendar_day
DL-37    30 calendar_day
P-A2      1 working_day
P-R-B1   15 calendar_day
P-B1      1 working_day
P-B7     30 calendar_day
P-B9     10 working_day
P-U       5 working_day
P-A10    10 working_day
P-R-A2    5 working_day
P-R-A10   1 working_day
"""


def test_every_limit_is_the_one_of_the_book() -> None:
    stated = [tuple(line.split()) for line in LIMITS.strip().splitlines()]

    assert [(row.id, str(row.amount), row.unit.value) for row in DEADLINES.values()] == stated


def test_only_these_can_be_extended() -> None:
    assert {row.id: row.extension for row in DEADLINES.values() if row.extension} == {
        "DL-05": Extension(1, "S2"),
        "DL-35": Extension(30, "S1", tell_reporter=True),
    }


def test_only_a_hearing_stops_a_clock() -> None:
    assert {row.id: row.pauses for row in DEADLINES.values() if row.pauses} == {"DL-37": "hearing"}


def test_rights_of_people_lapse_and_duties_do_not() -> None:
    assert {row.id for row in DEADLINES.values() if row.is_window} == {"DL-36w", "DL-37w", "P-B7"}


def test_what_a_regulation_fixes_cannot_be_configured() -> None:
    assert {row.id for row in DEADLINES.values() if row.may_configure} == {
        "P-A2",
        "P-R-B1",
        "P-B1",
        "P-B7",
        "P-B9",
        "P-U",
        "P-A10",
        "P-R-A2",
        "P-R-A10",
    }


@pytest.mark.parametrize("lifecycle", [REPORT, DEMAND], ids=lambda table: str(table.name))
def test_every_deadline_a_move_starts_or_stops_is_in_the_table(lifecycle: Lifecycle) -> None:
    named = {rule for row in lifecycle.rows for rule in (*row.starts, *row.stops)}

    assert named <= DEADLINES.keys()
