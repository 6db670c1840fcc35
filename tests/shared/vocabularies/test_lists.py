"""A list is refused when it contradicts itself, and answers what a code means and when it may be used."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from shared.vocabularies import Entry, InvalidVocabulary, UnknownVocabulary, Vocabularies, Vocabulary

RED = Entry("red", "红", "Red", "P", 10)
BLUE = Entry("blue", "蓝", "Blue", "P", 20, valid_from=date(2026, 1, 1), valid_to=date(2026, 12, 31))
NAVY = Entry("navy", "海军蓝", "Navy", "P", 30, parent="blue")
COLOURS = Vocabulary("colour", "颜色", "Colour", (RED, BLUE, NAVY))
PAINTS = Vocabulary(
    "paint", "涂料", "Paint", (Entry("enamel", "瓷漆", "Enamel", "P", 10, parent="red"),), "colour"
)
ALL = Vocabularies([PAINTS, COLOURS])


def test_a_code_has_a_name_in_both_languages() -> None:
    assert ALL.label("colour", "navy", "zh-CN") == "海军蓝"
    assert ALL.label("colour", "navy", "en") == "Navy"


def test_a_code_the_list_no_longer_has_is_shown_as_it_is() -> None:
    assert ALL.label("colour", "mauve", "zh-CN") == "mauve"


def test_a_list_nobody_knows_is_an_error() -> None:
    with pytest.raises(UnknownVocabulary):
        ALL.label("taste", "sweet", "en")
    with pytest.raises(UnknownVocabulary):
        ALL.is_valid("taste", "sweet", date(2026, 1, 1))
    assert "taste" not in ALL


@pytest.mark.parametrize(
    ("code", "on", "valid"),
    [
        ("red", date(1999, 1, 1), True),
        ("blue", date(2025, 12, 31), False),
        ("blue", date(2026, 1, 1), True),
        ("blue", date(2026, 12, 31), True),
        ("blue", date(2027, 1, 1), False),
        ("mauve", date(2026, 1, 1), False),
    ],
)
def test_a_code_can_be_used_on_the_days_of_its_validity(code: str, on: date, valid: bool) -> None:
    assert ALL.is_valid("colour", code, on) is valid


def test_an_inactive_code_keeps_its_name_but_cannot_be_used() -> None:
    retired = Vocabularies([replace(COLOURS, entries=(replace(RED, active=False), BLUE, NAVY))])

    assert retired.label("colour", "red", "en") == "Red"
    assert not retired.is_valid("colour", "red", date(2026, 1, 1))


def test_children_are_found_in_the_list_itself_and_in_another() -> None:
    assert COLOURS.children("blue") == (NAVY,)
    assert [entry.code for entry in ALL["paint"].children("red")] == ["enamel"]
    assert COLOURS.get("red") is RED
    assert COLOURS.get("mauve") is None


@pytest.mark.parametrize(
    ("faulty", "fault"),
    [
        (replace(COLOURS, entries=()), "colour: the list is empty"),
        (replace(COLOURS, entries=(RED, RED)), "colour.red: twice"),
        (replace(COLOURS, entries=(replace(RED, code="Red-1"),)), "lower_snake_case"),
        (replace(COLOURS, entries=(replace(RED, name_zh="red"),)), "a Chinese and an English name"),
        (replace(COLOURS, entries=(replace(RED, name_en="红"),)), "a Chinese and an English name"),
        (replace(COLOURS, entries=(replace(RED, name_en=" "),)), "a Chinese and an English name"),
        (replace(COLOURS, entries=(replace(BLUE, valid_to=date(2020, 1, 1)),)), "ends before it begins"),
        (replace(COLOURS, entries=(NAVY,)), "no such parent blue"),
        (replace(COLOURS, entries=(replace(RED, parent="red"),)), "no such parent red"),
        (replace(COLOURS, parents="taste"), "there is no list taste"),
        (replace(COLOURS, name="shade", parents="colour"), "shade.red: no such parent None"),
    ],
)
def test_a_list_that_contradicts_itself_stops_the_start(faulty: Vocabulary, fault: str) -> None:
    with pytest.raises(InvalidVocabulary, match=fault):
        Vocabularies([COLOURS, faulty] if faulty.name == "shade" else [faulty])


def test_every_fault_is_named_at_once() -> None:
    with pytest.raises(InvalidVocabulary) as refusal:
        Vocabularies([replace(COLOURS, entries=(RED, RED, replace(BLUE, code="?"), NAVY))])

    assert len(refusal.value.problems) == 3


def test_lists_are_in_the_order_of_their_names() -> None:
    assert list(ALL) == ["colour", "paint"]
    assert len(ALL) == 2
