"""Codes that travel from one service to another mean the same in both."""

from __future__ import annotations

from itertools import combinations

import pytest

from shared.vocabularies import vocabularies_of

SERVICES = {name: vocabularies_of(name) for name in ("identity", "intake", "casework", "rectification")}


@pytest.mark.parametrize(("one", "other"), [*combinations(SERVICES, 2)])
def test_a_list_of_the_same_name_is_the_same_list(one: str, other: str) -> None:
    for name in SERVICES[one].keys() & SERVICES[other].keys():
        assert SERVICES[one][name] == SERVICES[other][name]


def test_no_name_is_left_in_the_other_language_or_in_code() -> None:
    for lists in SERVICES.values():
        for vocabulary in lists.values():
            for entry in vocabulary.entries:
                assert "_" not in entry.name_en
                assert entry.name_en[0].isupper() or entry.name_en[0].isdigit()
