from __future__ import annotations

import json
import re
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shared import audit
from shared.audit.canonical import canonical, canonical_entry, instant_text
from shared.audit.errors import NotCanonical
from shared.audit.tree import leaf_hash

WHOLE = st.integers(-(2**53) + 1, 2**53 - 1)
TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=8)
VALUES = st.recursive(
    st.none() | st.booleans() | WHOLE | TEXT,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(TEXT, inner, max_size=4),
    max_leaves=12,
)
ROW: dict[str, Any] = {
    "id": UUID("7a1d3c1e-9f6f-4b1e-8d2a-0d5f1c2b3a4e"),
    "at": datetime(2026, 3, 2, 1, 0, tzinfo=UTC),
    "actor_kind": "officer",
    "actor_id": "017f22e2-79b0-7cc3-98c4-dc0c0c07398f",
    "acting": None,
    "session": "9f86d081884c7d65",
    "organisation": "city/city-office-1",
    "action": "report:transfer",
    "object_type": "report",
    "object_id": "0b7e…",
    "field_group": None,
    "purpose": "初核",
    "order_number": None,
    "rule": "A11",
    "outcome": "done",
    "row_hash": bytes(range(32)),
    "request_id": None,
    "details": {"to": "transferred", "from": "screened", "version": 4},
}


@given(VALUES)
def test_the_text_parses_back_to_the_value(value: object) -> None:
    assert json.loads(canonical(value)) == value


@given(st.dictionaries(TEXT, WHOLE, max_size=8))
def test_members_stand_in_the_order_of_their_utf_16_units(value: dict[str, int]) -> None:
    names = list(json.loads(canonical(value)))

    assert names == sorted(value, key=lambda name: name.encode("utf-16-be"))


def test_every_character_is_written_as_rfc_8785_says() -> None:
    short = {8: b"\\b", 9: b"\\t", 10: b"\\n", 12: b"\\f", 13: b"\\r", 0x22: b'\\"', 0x5C: b"\\\\"}
    for point in [*range(0xD800), *range(0xE000, 0x1_1000)]:
        expected = short.get(point) or (b"\\u%04x" % point if point < 32 else chr(point).encode())
        assert canonical(chr(point)) == b'"' + expected + b'"'


def test_the_sorting_example_of_rfc_8785_comes_out_in_its_order() -> None:
    value = {"\u20ac": 1, "\r": 2, "\ufb33": 3, "1": 4, "\U0001f600": 5, "\u0080": 6, "\u00f6": 7}

    assert [json.loads(canonical(value))[name] for name in json.loads(canonical(value))] == [
        2,
        4,
        6,
        7,
        1,
        5,
        3,
    ]


def test_whole_numbers_of_either_kind_are_written_without_a_point() -> None:
    assert canonical([0, -7, 2**53 - 1, 3.0, -0.0]) == b"[0,-7,9007199254740991,3,0]"


@pytest.mark.parametrize(
    "value", [0.5, 2**53, -(2**53), float("nan"), float("inf"), "\ud800", {"\ud800": 1}, {1: 2}, b"x", {3}]
)
def test_what_has_no_exact_form_is_refused(value: object) -> None:
    with pytest.raises(NotCanonical):
        canonical([value])


def test_an_instant_is_written_in_utc_with_six_digits() -> None:
    shanghai = timezone(timedelta(hours=8))

    assert instant_text(datetime(2026, 3, 2, 9, 0, tzinfo=shanghai)) == "2026-03-02T01:00:00.000000Z"
    assert instant_text(datetime(2026, 3, 2, 1, 0, 0, 120, tzinfo=UTC)) == "2026-03-02T01:00:00.000120Z"


def test_an_entry_is_the_canonical_json_of_its_nineteen_members() -> None:
    data = canonical_entry(ROW, 17)

    members = json.loads(data)
    assert data == canonical(members)
    assert len(members) == 19
    assert members == ROW | {
        "id": str(ROW["id"]),
        "at": "2026-03-02T01:00:00.000000Z",
        "row_hash": bytes(range(32)).hex(),
        "seq": 17,
    }


@given(st.dictionaries(TEXT, VALUES, max_size=5))
def test_the_quick_way_for_plain_details_gives_the_same_bytes(details: dict[str, object]) -> None:
    assert b'"details":' + canonical(details) + b',"field_group"' in canonical_entry(
        ROW | {"details": details}, 1
    )


@pytest.mark.parametrize("details", [{"a": 0.5}, {"a": 2**53}, {"a": "\ud800"}, {"\ud800": 1}])
def test_an_entry_with_details_that_have_no_exact_form_is_refused(details: dict[str, object]) -> None:
    with pytest.raises(NotCanonical):
        canonical_entry(ROW | {"details": details}, 1)


def test_the_worked_example_of_the_format_page_holds() -> None:
    page = Path(audit.__path__[0], "FORMAT.md").read_text()
    [line] = re.findall(r"```json\n(.*)\n```", page)
    members = json.loads(line)

    row = members | {
        "id": UUID(members["id"]),
        "at": datetime.fromisoformat(members["at"]),
        "row_hash": bytes.fromhex(members["row_hash"]),
    }

    assert canonical_entry(row, 17) == line.encode()
    assert leaf_hash(line.encode()).hex() in page


@pytest.mark.parametrize("column", sorted(set(ROW) - {"id", "at"}))
def test_every_column_counts(column: str) -> None:
    changed = {"row_hash": bytes(32), "details": {"to": "x"}}.get(column, "changed")

    assert canonical_entry(ROW | {column: changed}, 1) != canonical_entry(ROW, 1)
