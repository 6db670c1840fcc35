from __future__ import annotations

from datetime import date

import pytest

from shared.recusal.conflicts import Conflict, Declared, Ground, Involved, Post, conflicts, conflicts_of

ON = date(2026, 3, 2)
MATTER = Involved(
    parties=frozenset({"company-owner"}),
    witnesses=frozenset({"clerk"}),
    organisations=frozenset({"city:district-1/housing"}),
    subjects=frozenset({"head-of-housing"}),
)


def grounds(**declared: object) -> list[Ground]:
    return [found.ground for found in conflicts(Declared("officer", **declared), MATTER, ON)]  # type: ignore[arg-type]


def test_somebody_unconnected_has_no_conflict() -> None:
    assert grounds(own_ref="me", relatives=frozenset({"sister"}), posts=(Post("city/office-1"),)) == []


def test_an_officer_without_declarations_has_no_conflict() -> None:
    assert grounds() == []


@pytest.mark.parametrize("own", ["head-of-housing", "company-owner"])
def test_nobody_handles_a_matter_about_himself(own: str) -> None:
    assert grounds(own_ref=own) == [Ground.IS_SUBJECT]


def test_a_witness_does_not_handle_the_matter() -> None:
    assert grounds(own_ref="clerk") == [Ground.WITNESS]


@pytest.mark.parametrize("relative", ["head-of-housing", "company-owner", "clerk"])
def test_a_relative_of_anybody_named_does_not_handle_the_matter(relative: str) -> None:
    assert grounds(relatives=frozenset({relative, "somebody"})) == [Ground.CLOSE_RELATIVE]


@pytest.mark.parametrize("interest", ["company-owner", "city:district-1/housing"])
def test_an_interest_in_a_person_or_organisation_is_a_conflict(interest: str) -> None:
    assert grounds(interests=frozenset({interest})) == [Ground.INTEREST]


@pytest.mark.parametrize(
    ("left_on", "found"),
    [
        (None, True),
        (date(2025, 12, 31), True),
        (date(2023, 3, 2), True),
        (date(2023, 3, 1), False),
        (date(2010, 1, 1), False),
    ],
)
def test_a_former_post_counts_for_three_years(left_on: date | None, found: bool) -> None:
    assert grounds(posts=(Post("city:district-1/housing", left_on),)) == (
        [Ground.FORMER_POST] if found else []
    )


def test_a_post_left_on_a_leap_day_counts_until_the_28th() -> None:
    post = (Post("city:district-1/housing", date(2024, 2, 29)),)
    declared = Declared("officer", posts=post)

    assert conflicts(declared, MATTER, date(2027, 2, 28))
    assert not conflicts(declared, MATTER, date(2027, 3, 1))


@pytest.mark.parametrize(
    ("organisation", "found"),
    [
        ("city:district-1", True),
        ("city:district-1/housing/section-2", True),
        ("city:district-1/housing-2", False),
        ("city", False),
        ("city:district-1/education", False),
    ],
)
def test_a_post_in_the_same_organ_counts_and_one_in_another_does_not(organisation: str, found: bool) -> None:
    assert bool(grounds(posts=(Post(organisation),))) is found


def test_every_ground_is_told_and_no_person_named() -> None:
    declared = Declared(
        "officer",
        own_ref="clerk",
        relatives=frozenset({"head-of-housing"}),
        interests=frozenset({"company-owner"}),
        posts=(Post("city:district-1/housing"),),
    )

    found = conflicts_of([declared, Declared("other")], MATTER, ON)

    assert found == tuple(
        Conflict("officer", ground)
        for ground in (Ground.WITNESS, Ground.CLOSE_RELATIVE, Ground.INTEREST, Ground.FORMER_POST)
    )
