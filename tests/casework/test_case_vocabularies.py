"""The lists of cases are the codes the service decides with."""

from __future__ import annotations

from typing import get_args

from casework.domain.accountability import (
    LEADER_WAYS,
    ORGANISATION_WAYS,
    AccountabilityGround,
    PartyOrgMeasure,
)
from casework.domain.appeal import AppealKind, AppealResult
from casework.domain.case import (
    Consulted,
    QualityForm,
    ReportKind,
    Restriction,
    SubjectKind,
    SubjectRank,
    SuperviseeKind,
    Track,
)
from casework.domain.sanctions import (
    EducationMeasure,
    GovernmentSanction,
    HeavierFactor,
    LighterFactor,
    OrganisationalHandling,
    PartySanction,
)
from casework.usecases.cases.draft_recommendation import Kind
from casework.usecases.cases.extend_deadline import Ground
from shared.vocabularies import vocabularies_of

CASEWORK, RECTIFICATION = vocabularies_of("casework"), vocabularies_of("rectification")


def test_the_codes_of_the_domain_are_those_of_the_lists_in_their_order() -> None:
    words = {
        "accountability_ground": AccountabilityGround,
        "appeal_kind": AppealKind,
        "appeal_result": AppealResult,
        "case_opinion": Consulted,
        "case_quality_form": QualityForm,
        "case_report_kind": ReportKind,
        "case_restriction": Restriction,
        "case_subject_kind": SubjectKind,
        "case_track": Track,
        "education_measure": EducationMeasure,
        "government_sanction": GovernmentSanction,
        "heavier_factor": HeavierFactor,
        "lighter_factor": LighterFactor,
        "organisational_handling": OrganisationalHandling,
        "party_org_measure": PartyOrgMeasure,
        "party_sanction": PartySanction,
        "subject_rank": SubjectRank,
        "supervisee_kind": SuperviseeKind,
    }

    found = {name: [entry.code for entry in CASEWORK[name].entries] for name in words}

    assert found == {name: [member.value for member in members] for name, members in words.items()}


def test_grounds_and_kinds_of_other_services_are_the_same_words() -> None:
    assert {entry.code for entry in CASEWORK["extension_ground"].entries} == set(get_args(Ground))
    assert {entry.code for entry in RECTIFICATION["recommendation_kind"].entries} == set(get_args(Kind))


def test_the_ways_of_accountability_are_those_of_both_lists() -> None:
    assert {entry.code for entry in CASEWORK["accountability_way_leader"].entries} == LEADER_WAYS
    assert {entry.code for entry in CASEWORK["accountability_way_organisation"].entries} == ORGANISATION_WAYS
