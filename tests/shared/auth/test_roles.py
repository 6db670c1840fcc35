from __future__ import annotations

from itertools import combinations

import pytest

from shared.auth.roles import ADMINISTRATORS, ROLE_LABELS, Role, conflicting_roles


def test_every_role_has_a_name_in_both_languages() -> None:
    assert set(ROLE_LABELS) == set(Role)
    assert all(label.zh and label.en for label in ROLE_LABELS.values())
    assert len({label.zh for label in ROLE_LABELS.values()}) == len(Role)


@pytest.mark.parametrize("pair", list(combinations(sorted(ADMINISTRATORS), 2)))
def test_no_person_holds_two_administrator_roles(pair: tuple[Role, Role]) -> None:
    assert conflicting_roles(pair) == set(pair)


@pytest.mark.parametrize("administrator", sorted(ADMINISTRATORS))
def test_an_administrator_does_no_business(administrator: Role) -> None:
    for role in set(Role) - {administrator}:
        assert conflicting_roles([administrator, role])


def test_one_role_or_several_business_roles_do_not_conflict() -> None:
    assert not conflicting_roles([])
    assert not conflicting_roles([Role.SYSTEM_ADMIN])
    assert not conflicting_roles(set(Role) - ADMINISTRATORS)
