"""Chapter 16: which way of accountability fits whom, what exempts, and what it counts as."""

from __future__ import annotations

from typing import Any

import pytest

from casework.domain.accountability import AccountabilityGround, AccountabilityWay, PartyOrgMeasure
from casework.domain.case import Track
from casework.domain.four_forms import Form, form_of
from casework.domain.sanctions import Measures, OrganisationalHandling, PartySanction, faults, is_worse

from tests.casework.domain.test_sanctions import person

W, G, M = AccountabilityWay, AccountabilityGround, PartyOrgMeasure
PARTY_GROUP: dict[str, Any] = {"kind": "organisation", "is_party_member": False, "supervisee_kind": None}


@pytest.mark.parametrize(
    ("who", "measures", "expected"),
    [
        ({}, {"accountability_ways": (W.CIRCULAR,)}, set()),
        ({}, {"accountability_ways": (W.REORGANISATION,)}, {("accountability_ways", "not_for_a_person")}),
        (
            {},
            {"accountability_ways": (W.DISCIPLINARY_SANCTION,)},
            {("accountability_ways", "sanction_missing")},
        ),
        (
            {},
            {"accountability_ways": (W.DISCIPLINARY_SANCTION,), "party_sanction": PartySanction.WARNING},
            set(),
        ),
        ({}, {"party_org_measure": M.DISSOLUTION}, {("party_org_measure", "not_for_a_person")}),
        ({}, {"accountability_grounds": (G.TRIAL_ERROR,)}, set()),
        ({}, {"accountability_grounds": (G.DAMAGE_REPAIRED,)}, {("", "measure_missing")}),
        (
            {},
            {"accountability_ways": (W.ADMONITION,), "accountability_grounds": (G.BEYOND_CONTROL,)},
            {("accountability_ways", "exempted_and_held_to_account")},
        ),
        (PARTY_GROUP, {"accountability_ways": (W.SELF_EXAMINATION, W.CIRCULAR)}, set()),
        (PARTY_GROUP, {"party_org_measure": M.REORGANISATION}, set()),
        (
            PARTY_GROUP,
            {"accountability_ways": (W.ADMONITION,)},
            {("accountability_ways", "not_for_an_organisation")},
        ),
        (
            PARTY_GROUP,
            {"organisational_handling": (OrganisationalHandling.POST_ADJUSTMENT,)},
            {("organisational_handling", "not_for_an_organisation")},
        ),
    ],
)
def test_what_fits_whom(
    who: dict[str, Any], measures: dict[str, Any], expected: set[tuple[str, str]]
) -> None:
    found = faults(person(**who), Track.BOTH, Measures(**measures), is_accountability=True)

    assert {(one.field, one.code) for one in found} == expected


@pytest.mark.parametrize(
    "measures", [{"accountability_ways": (W.CIRCULAR,)}, {"accountability_grounds": (G.TRIAL_ERROR,)}]
)
def test_only_a_case_of_accountability_holds_to_account(measures: dict[str, Any]) -> None:
    found = faults(person(), Track.BOTH, Measures(**measures))

    assert {one.code for one in found} == {"not_an_accountability_case"}


def test_a_party_organisation_gets_nothing_of_the_party_in_a_supervisory_case() -> None:
    found = faults(person(**PARTY_GROUP), Track.SUPERVISORY, Measures(party_org_measure=M.CIRCULAR))

    assert [(one.field, one.code) for one in found] == [("party_org_measure", "track_does_not_cover")]


@pytest.mark.parametrize(
    ("ways", "form"),
    [
        ((W.CIRCULAR,), Form.FIRST),
        ((W.ADMONITION, W.ORGANISATIONAL_ADJUSTMENT), Form.SECOND),
        ((W.DISCIPLINARY_SANCTION,), None),
    ],
)
def test_what_a_way_counts_as(ways: tuple[AccountabilityWay, ...], form: Form | None) -> None:
    assert form_of(Measures(accountability_ways=ways)) == form


def test_an_appeal_makes_accountability_no_worse() -> None:
    light, heavy = Measures(party_org_measure=M.CIRCULAR), Measures(party_org_measure=M.DISSOLUTION)
    one, two = (
        Measures(accountability_ways=(W.CIRCULAR,)),
        Measures(accountability_ways=(W.CIRCULAR, W.ADMONITION)),
    )

    assert is_worse(heavy, light)
    assert is_worse(two, one)
    assert not is_worse(light, heavy)
    assert not is_worse(one, two)
