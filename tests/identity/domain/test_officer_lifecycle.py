"""Every state, action and role against a table written by hand."""

from __future__ import annotations

import pytest

from identity.domain.officer_lifecycle import OFFICER_LIFECYCLE, OfficerAction, OfficerFacts, OfficerState
from shared.auth.roles import Role
from shared.lifecycle import Refused

TABLE = {
    ("active", "suspend"): ("suspended", {"system_admin", "security_officer"}),
    ("suspended", "resume"): ("active", {"system_admin"}),
    ("active", "leave"): ("left", {"system_admin"}),
    ("suspended", "leave"): ("left", {"system_admin"}),
}


@pytest.mark.parametrize("state", list(OfficerState))
@pytest.mark.parametrize("action", list(OfficerAction))
@pytest.mark.parametrize("role", list(Role))
def test_the_table_allows_what_is_written_here_and_nothing_else(
    state: OfficerState, action: OfficerAction, role: Role
) -> None:
    expected = TABLE.get((state, action))

    if expected is None:
        with pytest.raises(Refused):
            OFFICER_LIFECYCLE.find(state, action)
        return
    row = OFFICER_LIFECYCLE.find(state, action)
    assert row.to == expected[0]
    assert (role in {party.role for party in row.by}) is (role in expected[1])


@pytest.mark.parametrize("row", OFFICER_LIFECYCLE.rows, ids=lambda row: row.rule)
def test_nobody_does_it_to_himself(row: object) -> None:
    assert hasattr(row, "needs")
    with pytest.raises(Refused) as refused:
        OFFICER_LIFECYCLE.check(row, OfficerFacts(is_self=True))  # type: ignore[arg-type]

    assert refused.value.code == "own_account"


def test_a_successor_who_is_not_free_holds_the_leaving_up() -> None:
    row = OFFICER_LIFECYCLE.find("active", "leave")

    OFFICER_LIFECYCLE.check(row, OfficerFacts(is_self=False))
    with pytest.raises(Refused) as refused:
        OFFICER_LIFECYCLE.check(row, OfficerFacts(is_self=False, successor_is_free=False))
    assert refused.value.code == "successor_not_active"
