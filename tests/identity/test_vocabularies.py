"""The lists identity owns say the same as the code that decides with their codes."""

from __future__ import annotations

from identity.domain.kinds import SIDES, Side
from identity.domain.relations import RelationKind
from shared.auth.roles import ROLE_LABELS
from shared.auth.secrecy import SECRECY_LABELS
from shared.calendar import DayKind
from shared.vocabularies import vocabularies_of

LISTS = vocabularies_of("identity")


def names(name: str) -> dict[str, tuple[str, str]]:
    return {entry.code: (entry.name_zh, entry.name_en) for entry in LISTS[name].entries}


def test_kinds_of_organisations_are_those_of_the_code_with_their_sides() -> None:
    parents = {entry.code: entry.parent for entry in LISTS["organisation_kind"].entries}

    assert set(names("organisation_side")) == {side.value for side in Side}
    assert parents == {kind.value: side.value for kind, side in SIDES.items()}


def test_roles_are_those_of_the_code() -> None:
    assert names("role") == {role.value: (label.zh, label.en) for role, label in ROLE_LABELS.items()}


def test_secrecy_levels_are_those_of_the_code_in_their_order() -> None:
    assert list(names("secrecy_level").items()) == [
        (one.value, label) for one, label in SECRECY_LABELS.items()
    ]


def test_declared_relations_are_those_of_the_code() -> None:
    assert set(names("relation_kind")) == {kind.value for kind in RelationKind}


def test_kinds_of_days_are_those_of_the_calendar() -> None:
    assert set(names("day_kind")) == {kind.value for kind in DayKind}
