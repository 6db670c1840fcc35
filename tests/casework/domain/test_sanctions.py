"""What may be decided about whom, restated from SANC and DISC."""

from __future__ import annotations

from datetime import date
from typing import Any
from uuid import uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casework.domain.case import Subject, SuperviseeKind, Track
from casework.domain.sanctions import (
    GOVERNMENT_TERMS,
    LONGEST_TOGETHER,
    EducationMeasure,
    GovernmentSanction,
    Measures,
    OrganisationalHandling,
    PartySanction,
    effect_of,
    ends_on,
    faults,
    is_worse,
    term_of,
)

P, G = PartySanction, GovernmentSanction


def person(**changes: Any) -> Subject:
    values: dict[str, Any] = {
        "id": uuid4(), "is_party_member": True, "supervisee_kind": "civil_servant", "subject_rank": "ordinary_cadre",
        "is_retired": False, "is_committee_managed": False, "is_same_level_member": False, "organisation": None,
    }  # fmt: skip
    return Subject(**{**values, **changes})


def found(subject: Subject, measures: Measures, track: Track = Track.BOTH) -> set[tuple[str, str]]:
    return {(fault.field, fault.code) for fault in faults(subject, track, measures)}


@pytest.mark.parametrize(
    ("who", "measures", "expected"),
    [
        ({"is_party_member": False}, {"party_sanction": P.WARNING}, ("party_sanction", "not_a_party_member")),
        (
            {"supervisee_kind": None},
            {"government_sanctions": (G.WARNING,)},
            ("government_sanctions", "not_a_supervisee"),
        ),
        (
            {"is_retired": True},
            {"government_sanctions": (G.WARNING,)},
            ("government_sanctions", "retired_person"),
        ),
        ({}, {"changes_benefits": True}, ("changes_benefits", "not_retired")),
        ({}, {"party_sanction": P.PROBATION}, ("probation_years", "missing")),
        ({}, {"party_sanction": P.PROBATION, "probation_years": 3}, ("probation_years", "probation_unfit")),
        ({}, {"party_sanction": P.WARNING, "probation_years": 1}, ("probation_years", "probation_unfit")),
        (
            {},
            {"government_sanctions": (G.DEMERIT,), "employer_has_sanctioned": True},
            ("government_sanctions", "already_sanctioned_by_employer"),
        ),
        ({}, {"government_sanctions": (G.DEMERIT,), "term_months": 18}, ("term_months", "term_is_fixed")),
        (
            {},
            {"government_sanctions": (G.DISMISSAL,) * 2, "term_months": 24},
            ("term_months", "term_is_fixed"),
        ),
        (
            {},
            {"government_sanctions": (G.DEMERIT,) * 2, "term_months": 30},
            ("term_months", "term_out_of_range"),
        ),
        (
            {},
            {"government_sanctions": (G.REMOVAL,) * 3, "term_months": 60},
            ("term_months", "term_out_of_range"),
        ),
        ({}, {}, ("", "measure_missing")),
    ],
)
def test_what_the_law_forbids_is_named(
    who: dict[str, Any], measures: dict[str, Any], expected: tuple[str, str]
) -> None:
    assert found(person(**who), Measures(**measures)) == {expected}


@pytest.mark.parametrize("sanction", list(G))
def test_a_village_manager_gets_warning_demerit_or_major_demerit_only(sanction: GovernmentSanction) -> None:
    manager = person(supervisee_kind=SuperviseeKind.GRASSROOTS_MANAGER)

    breaches = found(manager, Measures(government_sanctions=(sanction,)))

    lawful = sanction in (G.WARNING, G.DEMERIT, G.MAJOR_DEMERIT)
    assert breaches == (set() if lawful else {("government_sanctions", "beyond_grassroots_limits")})


def test_a_track_allows_only_its_own_sanctions() -> None:
    both = Measures(party_sanction=P.WARNING, government_sanctions=(G.WARNING,))

    assert found(person(), both) == set()
    assert found(person(), both, Track.PARTY) == {("government_sanctions", "track_does_not_cover")}
    assert found(person(), both, Track.SUPERVISORY) == {("party_sanction", "track_does_not_cover")}


def test_every_breach_is_named_at_once() -> None:
    villager = person(is_party_member=False, supervisee_kind="grassroots_manager", is_retired=True)
    measures = Measures(
        party_sanction=P.EXPULSION_FROM_PARTY, government_sanctions=(G.DISMISSAL,), term_months=6
    )

    assert {code for _, code in found(villager, measures)} == {
        "not_a_party_member", "retired_person", "beyond_grassroots_limits", "term_is_fixed",
    }  # fmt: skip


def test_a_retired_person_keeps_a_party_sanction_and_changed_benefits() -> None:
    assert (
        found(
            person(is_retired=True),
            Measures(party_sanction=P.PROBATION, probation_years=2, changes_benefits=True),
        )
        == set()
    )


@pytest.mark.parametrize(
    ("sanctions", "months", "ends"),
    [
        ((G.WARNING,), None, date(2026, 9, 2)),
        ((G.DEMERIT,), None, date(2027, 3, 2)),
        ((G.MAJOR_DEMERIT,), None, date(2027, 9, 2)),
        ((G.DEMOTION,), None, date(2028, 3, 2)),
        ((G.REMOVAL,), None, date(2028, 3, 2)),
        ((G.WARNING, G.REMOVAL), None, date(2028, 3, 2)),
        ((G.DEMERIT, G.DEMERIT), 20, date(2027, 11, 2)),
        ((G.REMOVAL, G.REMOVAL), 48, date(2030, 3, 2)),
        ((G.DISMISSAL,), None, None),
    ],
)
def test_a_government_sanction_ends_by_itself(
    sanctions: tuple[GovernmentSanction, ...], months: int | None, ends: date | None
) -> None:
    measures = Measures(government_sanctions=sanctions, term_months=months)

    assert found(person(), measures) == set()
    assert ends_on(date(2026, 3, 2), term_of(measures)) == ends


@pytest.mark.parametrize(
    ("sanction", "years", "months"),
    [
        (P.WARNING, None, 12), (P.SERIOUS_WARNING, None, 18), (P.REMOVAL_FROM_PARTY_POSTS, None, 24),
        (P.PROBATION, 1, 36), (P.PROBATION, 2, 48), (P.EXPULSION_FROM_PARTY, None, 60),
    ],
)  # fmt: skip
def test_a_party_sanction_has_effect_as_long_as_the_regulations_say(
    sanction: PartySanction, years: int | None, months: int
) -> None:
    assert effect_of(Measures(party_sanction=sanction, probation_years=years)) == months


def test_a_term_that_begins_on_the_last_of_a_month_ends_on_a_last_day() -> None:
    assert ends_on(date(2025, 8, 31), 6) == date(2026, 2, 28)


@given(st.lists(st.sampled_from(list(GOVERNMENT_TERMS)), min_size=1, max_size=6), st.integers(1, 80))
def test_whatever_lawful_term_is_chosen_is_between_one_and_the_sum_and_never_over_48(
    sanctions: list[GovernmentSanction], months: int
) -> None:
    measures = Measures(government_sanctions=tuple(sanctions), term_months=months)
    if found(person(), measures):
        return
    heaviest = max(sanctions, key=list(G).index)
    single, several = GOVERNMENT_TERMS[heaviest], sanctions.count(heaviest)
    assert single <= months <= max(single, min(LONGEST_TOGETHER, several * single))


MEASURES = st.builds(
    Measures,
    party_sanction=st.none() | st.sampled_from([one for one in P if one is not P.PROBATION]),
    government_sanctions=st.lists(st.sampled_from(list(G)), max_size=2).map(tuple),
    organisational_handling=st.lists(st.sampled_from(list(OrganisationalHandling)), max_size=2).map(tuple),
    education_measures=st.lists(st.sampled_from(list(EducationMeasure)), max_size=2).map(tuple),
    confiscate=st.integers(0, 3),
    recover=st.integers(0, 3),
)


@given(MEASURES, MEASURES)
def test_what_is_worse_one_way_round_keeps_nothing_heavier(new: Measures, old: Measures) -> None:
    assert not is_worse(old, old)
    assert not is_worse(Measures(), old)
    if not is_worse(new, old):
        assert (new.confiscate, new.recover) <= (max(old.confiscate, new.confiscate), old.recover)
        assert list(G).index(new.government_sanction or G.WARNING) <= list(G).index(
            old.government_sanction or G.WARNING
        )
        assert new.party_sanction is None or old.party_sanction is not None


@pytest.mark.parametrize(
    ("new", "old"),
    [
        (Measures(party_sanction=P.SERIOUS_WARNING), Measures(party_sanction=P.WARNING)),
        (
            Measures(party_sanction=P.PROBATION, probation_years=2),
            Measures(party_sanction=P.PROBATION, probation_years=1),
        ),
        (
            Measures(government_sanctions=(G.DEMERIT,) * 2, term_months=20),
            Measures(government_sanctions=(G.DEMERIT,)),
        ),
        (Measures(recover=2), Measures(recover=1)),
        (Measures(education_measures=(EducationMeasure.ADMONITION,)), Measures()),
        (
            Measures(organisational_handling=(OrganisationalHandling.POST_ADJUSTMENT,)),
            Measures(party_sanction=P.WARNING),
        ),
    ],
)
def test_an_appeal_may_not_end_like_this(new: Measures, old: Measures) -> None:
    assert is_worse(new, old)


def test_criticism_instead_of_a_sanction_is_no_worse() -> None:
    assert not is_worse(
        Measures(education_measures=(EducationMeasure.ADMONITION,)), Measures(party_sanction=P.WARNING)
    )
