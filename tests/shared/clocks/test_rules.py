"""A table of deadlines is checked when built, and configured only where no regulation fixes an amount."""

from __future__ import annotations

import pytest

from shared.clocks.rules import (
    CD,
    HR,
    MO,
    WD,
    Deadline,
    Deadlines,
    Extension,
    FixedByLaw,
    UnknownDeadline,
    as_json,
)

LAW = Deadline("DL-1", 15, WD, "received", "Art 1", "H✔", "告知", "Tell")
DEFAULT = Deadline("P-1", 3, MO, "received", "practice", "P", "办结", "Finish", Extension(1, "S3"))
OLDER = Deadline("DL-2", 6, MO, "told", "Art 2", "H", "报告", "Report", by_regime={"2021": 3})


def test_a_deadline_is_found_by_its_id() -> None:
    table = Deadlines(LAW, DEFAULT)

    assert table["DL-1"] is LAW
    assert list(table) == ["DL-1", "P-1"]
    assert "DL-9" not in table
    with pytest.raises(UnknownDeadline):
        table["DL-9"]


def test_two_deadlines_with_one_id_are_refused() -> None:
    with pytest.raises(ValueError, match="one id"):
        Deadlines(LAW, LAW)


def test_a_default_can_be_configured_and_a_law_cannot() -> None:
    table = Deadlines(LAW, DEFAULT).with_amounts({"P-1": 4})

    assert table["P-1"].amount == 4
    assert table["DL-1"].amount == 15
    with pytest.raises(FixedByLaw):
        table.with_amounts({"DL-1": 30})
    with pytest.raises(UnknownDeadline):
        table.with_amounts({"DL-9": 30})


def test_an_older_regime_has_its_own_amount() -> None:
    assert OLDER.under("2021").amount == 3
    assert OLDER.under("2025").amount == 6


@pytest.mark.parametrize(("amount", "unit"), [(0, WD), (0, MO), (-1, CD)])
def test_only_calendar_days_can_mean_the_same_day(amount: int, unit: object) -> None:
    with pytest.raises(ValueError, match="same day"):
        Deadline("X", amount, unit, "t", "b", "P", "zh", "en")  # type: ignore[arg-type]


def test_hours_never_stop() -> None:
    with pytest.raises(ValueError, match="never stop"):
        Deadline("X", 24, HR, "t", "b", "P", "zh", "en", pauses="hearing")


def test_a_deadline_is_shown_with_both_languages() -> None:
    shown = as_json(DEFAULT)

    assert shown["act"] == {"zh": "办结", "en": "Finish"}
    assert shown["extension"] == {"amount": 1, "times": 1, "approver": "S3"}
    assert shown["configurable"] is True
    assert as_json(LAW)["extension"] is None
