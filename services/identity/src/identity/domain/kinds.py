"""Kinds of organisations and the side of the linkage each belongs to. Their names are in `vocabularies/`.

Rule: 18.9.
"""

from __future__ import annotations

from enum import StrEnum, auto
from types import MappingProxyType


class OrganisationKind(StrEnum):
    """What an organisation is."""

    CITY_COMMISSION = auto()
    PETITION_OFFICE = auto()
    CASE_MANAGEMENT_OFFICE = auto()
    PARTY_STYLE_OFFICE = auto()
    SUPERVISION_OFFICE = auto()
    INVESTIGATION_OFFICE = auto()
    CASE_REVIEW_OFFICE = auto()
    CADRE_SUPERVISION_OFFICE = auto()
    STAFF_OFFICE = auto()
    STATIONED_GROUP = auto()
    DISPATCHED_WORK_COMMITTEE = auto()
    ENTERPRISE_SCHOOL_DISCIPLINE_BODY = auto()
    UNIT_DISCIPLINE_COMMITTEE = auto()
    DISTRICT_COMMISSION = auto()
    TOWN_COMMISSION = auto()
    VILLAGE_SUPERVISION_LIAISON = auto()
    INSPECTION_OFFICE = auto()
    INSPECTION_TEAM = auto()
    INSPECTION_LEADING_GROUP = auto()
    PARTY_COMMITTEE = auto()
    ORGANIZATION_DEPARTMENT = auto()
    COMPETENT_DEPARTMENT = auto()
    VILLAGE_COMMUNITY = auto()
    COLLECTIVE_COMPANY = auto()


class Side(StrEnum):
    """Which side an organisation stands on: office (室), group (组), region (地), or outside the three."""

    OFFICE = auto()
    GROUP = auto()
    REGION = auto()
    INSPECTION = auto()
    PARTY = auto()
    GOVERNMENT = auto()
    SUPERVISED = auto()


K = OrganisationKind
_OTHERS = {
    K.STATIONED_GROUP: Side.GROUP,
    K.DISPATCHED_WORK_COMMITTEE: Side.GROUP,
    K.ENTERPRISE_SCHOOL_DISCIPLINE_BODY: Side.GROUP,
    K.UNIT_DISCIPLINE_COMMITTEE: Side.GROUP,
    K.DISTRICT_COMMISSION: Side.REGION,
    K.TOWN_COMMISSION: Side.REGION,
    K.VILLAGE_SUPERVISION_LIAISON: Side.REGION,
    K.INSPECTION_OFFICE: Side.INSPECTION,
    K.INSPECTION_TEAM: Side.INSPECTION,
    K.INSPECTION_LEADING_GROUP: Side.INSPECTION,
    K.PARTY_COMMITTEE: Side.PARTY,
    K.ORGANIZATION_DEPARTMENT: Side.PARTY,
    K.COMPETENT_DEPARTMENT: Side.GOVERNMENT,
    K.VILLAGE_COMMUNITY: Side.SUPERVISED,
    K.COLLECTIVE_COMPANY: Side.SUPERVISED,
}
SIDES: MappingProxyType[OrganisationKind, Side] = MappingProxyType(
    {kind: _OTHERS.get(kind, Side.OFFICE) for kind in OrganisationKind}
)
"""Every kind with its side; what is named nowhere above is an office of a commission."""


def side_of(kind: OrganisationKind) -> Side:
    """Return the side an organisation of this kind stands on."""
    return SIDES[kind]
