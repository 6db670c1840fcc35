"""What stands in a document, as it reads there."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from shared.chinese import in_words, in_yuan, on_day
from shared.directory.names import Names, OfficerName, OrganisationName
from shared.documents.values import Chart, Joined, read_out, wanted

NAMES: Names = {
    OfficerName("o-1"): "林一鸣",
    OfficerName("o-2"): "程牧野",
    OrganisationName("city"): "云岭市纪委监委",
}


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (date(2026, 3, 2), "2026年3月2日"),
        (None, ""),
        (0, "0"),
        ("第一行\n\n  第二行 ", "第一行\a第二行"),
        ("甲\x0b乙\ufdd00\ufdd1", "甲乙0"),
        (OrganisationName("city"), "云岭市纪委监委"),
        (Joined((OfficerName("o-1"), "", OfficerName("o-2"))), "林一鸣、程牧野"),
    ],
)
def test_a_value_reads_as_officials_write_it(value: object, text: str) -> None:
    assert read_out(value, NAMES) == text


def test_rows_are_read_column_by_column_and_a_chart_stays_a_chart() -> None:
    chart = Chart("图", ("一",), {"件": (1,)})
    fields = {
        "rows": [{"name": OfficerName("o-1"), "day": date(2026, 3, 2)}],
        "chart": chart,
        "is_open": True,
    }

    assert read_out(fields, NAMES) == {
        "rows": [{"name": "林一鸣", "day": "2026年3月2日"}], "chart": chart, "is_open": True,
    }  # fmt: skip


def test_every_name_is_found_however_deep_it_lies() -> None:
    fields = {
        "a": [{"b": OfficerName("o-1")}],
        "c": Joined((OfficerName("o-2"), "甲")),
        "d": OrganisationName("city"),
    }

    assert list(wanted(fields)) == [OfficerName("o-1"), OfficerName("o-2"), OrganisationName("city")]


def test_an_instant_is_a_day_of_the_deployments_zone() -> None:
    assert on_day(datetime(2026, 3, 1, 17, tzinfo=UTC)) == "2026年3月2日"


@pytest.mark.parametrize(
    ("cents", "text"), [(0, "0元"), (1_200_050, "12,000.50元"), (100, "1元"), (-5, "-0.05元")]
)
def test_money_is_counted_in_cents_and_written_in_yuan(cents: int, text: str) -> None:
    assert in_yuan(cents) == text


@pytest.mark.parametrize(
    ("number", "words"),
    [(9, "九"), (10, "十"), (19, "十九"), (20, "二十"), (42, "四十二"), (103, "一百零三"), (110, "一百一十")],
)
def test_articles_are_numbered_in_chinese(number: int, words: str) -> None:
    assert in_words(number) == words


@pytest.mark.parametrize("number", [0, 1000, -1])
def test_a_number_no_article_has_is_refused(number: int) -> None:
    with pytest.raises(ValueError, match=str(number)):
        in_words(number)
