"""The hash of a row tells every change of it, and stays when a later release adds a field."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

import pytest

from shared.process.rowhash import row_hash


@dataclass(frozen=True)
class Before:
    number: str | None
    secrecy: str
    reason: str | None = None
    count: int = 0


@dataclass(frozen=True)
class After(Before):
    region: str | None = None
    is_own_staff: bool = False
    subjects: tuple[str, ...] = ()


ROW: dict[str, Any] = {"number": "2026-1", "secrecy": "internal", "reason": "x", "count": 2}


def test_a_field_a_later_release_added_changes_no_older_hash() -> None:
    assert row_hash(After(**ROW)) == row_hash(Before(**ROW))


@pytest.mark.parametrize(
    "change",
    [
        {"number": None},
        {"secrecy": "secret"},
        {"reason": None},
        {"count": 0},
        {"region": "a"},
        {"is_own_staff": True},
        {"subjects": ("a",)},
    ],
    ids=lambda change: next(iter(change)),
)
def test_every_change_of_a_row_changes_its_hash_and_taking_it_back_does_too(change: dict[str, Any]) -> None:
    row = After(**ROW)
    assert row_hash(replace(row, **change)) != row_hash(row)
    assert row_hash(
        replace(replace(row, **change), **{name: getattr(row, name) for name in change})
    ) == row_hash(row)


def test_what_one_field_says_is_not_taken_for_another() -> None:
    assert row_hash(After(**ROW | {"reason": None}, region="x")) != row_hash(After(**ROW))
