"""The deadlines of clues and cases, restated from the book of rules."""

from __future__ import annotations

from casework.domain.deadlines import DEADLINES
from shared.clocks.rules import Extension

LIMITS = """
DL-09    1 month
DL-40    3 month
DL-45    6 month
P-R-A2   5 working_day
P-R-A5   3 working_day
DL-10   15 working_day
DL-11    1 month
DL-12    2 month
DL-13    3 month
DL-14   12 month
DL-22    1 month
DL-23    1 month
DL-24    1 month
DL-25w   1 month
DL-25    1 month
DL-26w   1 month
DL-26    2 month
DL-27    3 month
DL-28    1 month
DL-28w   1 month
DL-28r   2 month
DL-29w   1 month
DL-29    1 month
DL-30    1 month
DL-46    0 calendar_day
P-1.6    3 working_day
P-C10    1 quarter
P-C11    3 month
P-E4     3 working_day
P-E7    10 working_day
"""


def test_every_limit_is_the_one_of_the_book() -> None:
    stated = [tuple(line.split()) for line in LIMITS.strip().splitlines()]

    assert [(row.id, str(row.amount), row.unit.value) for row in DEADLINES.values()] == stated


def test_extensions_need_the_level_of_the_book() -> None:
    assert {row.id: row.extension for row in DEADLINES.values() if row.extension} == {
        "DL-12": Extension(1, "S3"),
        "DL-13": Extension(1, "S3"),
        "DL-14": Extension(6, "S6"),
        "DL-22": Extension(1, "S3"),
        "DL-24": Extension(5, "S3"),
    }


def test_rights_to_ask_lapse_and_duties_do_not() -> None:
    assert {row.id for row in DEADLINES.values() if row.is_window} == {"DL-25w", "DL-26w", "DL-28w", "DL-29w"}


def test_older_and_unsure_limits_can_be_configured_and_the_law_cannot() -> None:
    configurable = {row.id for row in DEADLINES.values() if row.may_configure}

    assert {"DL-12", "DL-13", "DL-27", "DL-40", "DL-45"} <= configurable
    assert not configurable & {
        "DL-09",
        "DL-10",
        "DL-11",
        "DL-14",
        "DL-22",
        "DL-23",
        "DL-24",
        "DL-25",
        "DL-26",
    }


def test_no_limit_of_a_coercive_measure_is_kept() -> None:
    assert not {f"DL-{number}" for number in range(15, 22)} & set(DEADLINES)
