"""Whose matter a report is: the table restated case by case, and the leaders of all levels seen from all levels."""

from __future__ import annotations

import pytest

from intake.domain.jurisdiction import (
    Jurisdiction,
    Post,
    Proposal,
    Rank,
    Subject,
    management_authority_of,
    organ_at,
    propose,
    seen_from,
)

CITY, DISTRICT, TOWN = "city", "city:district-1", "city:district-1:town-1-1"
ORGANS = (CITY, DISTRICT, TOWN, "city:district-2")


@pytest.mark.parametrize(
    ("subject", "path", "because"),
    [
        (Subject(CITY, post=Post.COMMISSION_PRINCIPAL), None, "commission_principal"),
        (Subject(DISTRICT, post=Post.COMMISSION_PRINCIPAL), CITY, "commission_principal"),
        (Subject(TOWN, post=Post.COMMISSION_PRINCIPAL), DISTRICT, "commission_principal"),
        (Subject(DISTRICT, Rank.TOWNSHIP_SECTION, Post.COMMISSION_STAFF), DISTRICT, "own_staff"),
        (Subject(CITY, Rank.BUREAU, Post.COMMISSION_MEMBER), CITY, "own_staff"),
        (Subject(CITY, Rank.BUREAU, Post.COMMITTEE_MEMBER), CITY, "committee_member"),
        (Subject(DISTRICT, post=Post.ORGANISATION), CITY, "next_lower_organ"),
        (Subject(CITY, Rank.PROVINCIAL_MINISTERIAL), None, "managed_cadre"),
        (Subject(CITY, Rank.BUREAU), None, "managed_cadre"),
        (Subject(DISTRICT, Rank.COUNTY_DIVISION), CITY, "managed_cadre"),
        (Subject(DISTRICT, Rank.TOWNSHIP_SECTION), DISTRICT, "managed_cadre"),
        (Subject(CITY, Rank.ORDINARY_CADRE, has_group=True), CITY, "host_unit"),
        (Subject(DISTRICT, Rank.ORDINARY_CADRE), DISTRICT, "place"),
        (Subject(TOWN, Rank.RURAL_ENTERPRISE_OTHER), TOWN, "place"),
    ],
)
def test_who_manages_a_subject(subject: Subject, path: str | None, because: str) -> None:
    found = management_authority_of(subject)

    assert (found.path, found.because) == (path, because)


@pytest.mark.parametrize("here", ORGANS)
@pytest.mark.parametrize("organ", ORGANS)
def test_a_report_about_a_principal_leader_is_nobodys_on_that_level_or_below(organ: str, here: str) -> None:
    authority = management_authority_of(Subject(organ, post=Post.COMMISSION_PRINCIPAL))

    found = seen_from(here, authority)

    if here == organ or here.startswith(f"{organ}:"):
        assert found is Jurisdiction.SUPERIOR
    elif organ_at(organ, organ.count(":") - 1) == here:
        assert found is Jurisdiction.OWN
    else:
        assert found in (Jurisdiction.LOWER, Jurisdiction.ELSEWHERE, Jurisdiction.SUPERIOR)


@pytest.mark.parametrize(
    ("subjects", "here", "expected"),
    [
        ([], CITY, Proposal(Jurisdiction.OWN, "no_subject_known", CITY)),
        (
            [Subject(CITY, post=Post.COMMISSION_STAFF)],
            CITY,
            Proposal(Jurisdiction.OWN_STAFF, "own_staff", CITY),
        ),
        (
            [Subject(CITY, Rank.ORDINARY_CADRE, has_group=True)],
            CITY,
            Proposal(Jurisdiction.STATIONED, "host_unit", CITY),
        ),
        (
            [Subject(DISTRICT, Rank.TOWNSHIP_SECTION)],
            CITY,
            Proposal(Jurisdiction.LOWER, "managed_cadre", DISTRICT),
        ),
        (
            [Subject(DISTRICT, Rank.COUNTY_DIVISION)],
            DISTRICT,
            Proposal(Jurisdiction.SUPERIOR, "managed_cadre", CITY),
        ),
        (
            [Subject("city:district-2")],
            DISTRICT,
            Proposal(Jurisdiction.ELSEWHERE, "place", "city:district-2"),
        ),
        (
            [Subject(CITY, Rank.ORDINARY_CADRE), Subject(CITY, Rank.BUREAU)],
            CITY,
            Proposal(Jurisdiction.SUPERIOR, "managed_cadre", None),
        ),
    ],
)
def test_the_highest_of_several_subjects_decides(
    subjects: list[Subject], here: str, expected: Proposal
) -> None:
    assert propose(subjects, here) == expected
