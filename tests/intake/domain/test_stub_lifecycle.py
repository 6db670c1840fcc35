from __future__ import annotations

import pytest

from intake.domain.deadlines import DEADLINES
from intake.domain.leaders import names_a_leader_of
from intake.domain.stub_lifecycle import STUB, StubFacts
from shared.lifecycle import Refused

from tests.support.lifecycles import as_table, written

BY_HAND = """
sealed:    forward>forwarded/petition_officer/
forwarded: confirm>confirmed/petition_officer/ take_over>cleared/system/
confirmed: clear>cleared/system/
cleared:
"""
LEADERS = {"方毅成": frozenset({"city"}), "邵立群": frozenset({"city:district-1"})}


def test_the_table_allows_exactly_what_c_6_says() -> None:
    assert as_table(STUB) == written(BY_HAND)
    assert {rule for row in STUB.rows for rule in row.stops} <= set(DEADLINES)


def test_what_came_online_is_not_carried_away_before_it_is_exported() -> None:
    row = STUB.find("sealed", "forward")
    STUB.check(row, StubFacts(is_exported=True))
    with pytest.raises(Refused, match="package_not_exported"):
        STUB.check(row, StubFacts(is_exported=False))


@pytest.mark.parametrize(
    ("here", "name", "post", "expected"),
    [
        ("city", "方毅成", "书记", True),
        ("city", "方 毅成", "", True),
        ("city:district-1", "方毅成", "市纪委书记", True),
        ("city", "邵立群", "区纪委书记", False),
        ("city:district-1", "邵立群", "", True),
        ("city:district-2", "邵立群", "", False),
        ("city", "方毅成", "果蔬店经营者", False),
        ("city", "林一鸣", "书记", False),
    ],
)
def test_all_leaders_seen_from_all_levels(here: str, name: str, post: str, *, expected: bool) -> None:
    subject = {"name": name, "organisation": "", "position": post}

    assert names_a_leader_of(here, [subject], LEADERS) is expected
