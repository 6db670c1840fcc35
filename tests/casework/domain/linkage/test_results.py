"""City totals never count twice. Rule: J-3."""

from __future__ import annotations

from uuid import uuid4

from hypothesis import given
from hypothesis import strategies as st

from casework.domain.linkage.results import Result, ResultKind, totals

ORGANISATIONS = ["city/city-office-1", "city/group-1", "city:district-1", "city:district-2"]


@st.composite
def results(draw: st.DrawFn) -> Result:
    owner = draw(st.sampled_from(ORGANISATIONS))
    helpers = draw(st.lists(st.sampled_from([one for one in ORGANISATIONS if one != owner]), unique=True))
    kind = draw(st.sampled_from(list(ResultKind)))
    return Result(uuid4(), kind.value, owner, tuple(helpers), draw(st.integers(0, 10**9)))


@given(st.lists(results(), max_size=30))
def test_the_whole_is_the_sum_of_what_owners_report_and_counts_each_result_once(some: list[Result]) -> None:
    found = totals(some)
    assert sum(found.everything.counts.values()) == len(some)
    for kind in ResultKind:
        owned = sum(tally.counts.get(kind, 0) for tally in found.credited.values())
        assert owned == found.everything.counts.get(kind, 0)
    assert sum(tally.amount for tally in found.credited.values()) == found.everything.amount
    assert found.everything.amount == sum(one.amount for one in some)


def test_help_is_told_apart_and_added_to_nothing() -> None:
    one = Result(uuid4(), "problem", ORGANISATIONS[0], (ORGANISATIONS[1], ORGANISATIONS[2]))
    found = totals([one])
    assert found.everything.counts == {"problem": 1}
    assert ORGANISATIONS[1] not in found.credited
    assert found.contributed[ORGANISATIONS[1]].counts == {"problem": 1}
