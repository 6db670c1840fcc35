"""Kinds of organisations (18.9) with their names and the side of the linkage they belong to.

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


K, S = OrganisationKind, Side

# fmt: off
KINDS: MappingProxyType[OrganisationKind, tuple[Side, str, str]] = MappingProxyType({
    K.CITY_COMMISSION:                   (S.OFFICE,     "市纪委监委机关",               "City commission"),
    K.PETITION_OFFICE:                   (S.OFFICE,     "信访室",                       "Petition office"),
    K.CASE_MANAGEMENT_OFFICE:            (S.OFFICE,     "案件监督管理室",               "Case management office"),
    K.PARTY_STYLE_OFFICE:                (S.OFFICE,     "党风政风监督室",               "Party and government style office"),
    K.SUPERVISION_OFFICE:                (S.OFFICE,     "监督检查室",                   "Supervision office"),
    K.INVESTIGATION_OFFICE:              (S.OFFICE,     "审查调查室",                   "Investigation office"),
    K.CASE_REVIEW_OFFICE:                (S.OFFICE,     "案件审理室",                   "Case review office"),
    K.CADRE_SUPERVISION_OFFICE:          (S.OFFICE,     "纪检监察干部监督室",           "Cadre supervision office"),
    K.STAFF_OFFICE:                      (S.OFFICE,     "综合部门",                     "Staff office"),
    K.STATIONED_GROUP:                   (S.GROUP,      "派驻纪检监察组",               "Stationed group"),
    K.DISPATCHED_WORK_COMMITTEE:         (S.GROUP,      "派出纪检监察工委",             "Dispatched work committee"),
    K.ENTERPRISE_SCHOOL_DISCIPLINE_BODY: (S.GROUP,      "市直企业、院校纪检监察机构",   "Discipline body of an enterprise or school"),
    K.UNIT_DISCIPLINE_COMMITTEE:         (S.GROUP,      "市直单位机关纪委",             "Discipline committee of a unit"),
    K.DISTRICT_COMMISSION:               (S.REGION,     "区（市）纪委监委",             "District commission"),
    K.TOWN_COMMISSION:                   (S.REGION,     "镇（街道）纪（工）委、监察办公室", "Town commission"),
    K.VILLAGE_SUPERVISION_LIAISON:       (S.REGION,     "村（社区）纪检委员、廉情联络员", "Village supervision liaison"),
    K.INSPECTION_OFFICE:                 (S.INSPECTION, "巡察办",                       "Inspection office"),
    K.INSPECTION_TEAM:                   (S.INSPECTION, "巡察组",                       "Inspection team"),
    K.INSPECTION_LEADING_GROUP:          (S.INSPECTION, "巡察工作领导小组",             "Inspection leading group"),
    K.PARTY_COMMITTEE:                   (S.PARTY,      "党委（党组）",                 "Party committee"),
    K.ORGANIZATION_DEPARTMENT:           (S.PARTY,      "组织部",                       "Organization department"),
    K.COMPETENT_DEPARTMENT:              (S.GOVERNMENT, "职能、主责部门",               "Competent department"),
    K.VILLAGE_COMMUNITY:                 (S.SUPERVISED, "村（社区）",                   "Village or community"),
    K.COLLECTIVE_COMPANY:                (S.SUPERVISED, "农工商公司",                   "Collective company"),
})
# fmt: on

SIDE_LABELS: MappingProxyType[Side, tuple[str, str]] = MappingProxyType(
    {
        Side.OFFICE: ("室", "Office"),
        Side.GROUP: ("组", "Group"),
        Side.REGION: ("地", "Region"),
        Side.INSPECTION: ("巡察机构", "Inspection"),
        Side.PARTY: ("党组织", "Party"),
        Side.GOVERNMENT: ("政府部门", "Government"),
        Side.SUPERVISED: ("监督对象", "Supervised"),
    }
)


def side_of(kind: OrganisationKind) -> Side:
    """Return the side an organisation of this kind stands on."""
    return KINDS[kind][0]


def kind_label(kind: OrganisationKind, language: str = "zh-CN") -> str:
    """Return the kind's name in `zh-CN` or `en`."""
    _, zh, en = KINDS[kind]
    return en if language == "en" else zh
